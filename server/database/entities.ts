import { County } from './entities/county'
import { Town } from './entities/town'
import { Village } from './entities/village'
import { DeputyGroup } from './entities/deputy-group'
import { ElectoralDistrict } from './entities/electoral-district'
import { HandlingUnit } from './entities/handling-unit'
import { Person } from './entities/person'
import { Mandate } from './entities/mandate'
import { Post } from './entities/post'
import { LiaisonStation } from './entities/liaison-station'
import { StationDeputy } from './entities/station-deputy'
import { Portrait } from './entities/portrait'
import { Account } from './entities/account'
import { SignIn } from './entities/sign-in'
import { Invite } from './entities/invite'
import { Resident } from './entities/resident'
import { Suggestion } from './entities/suggestion'
import { CoSignature } from './entities/co-signature'
import { Review } from './entities/review'
import { CoUnit } from './entities/co-unit'
import { SuggestionRound } from './entities/suggestion-round'
import { Consultation } from './entities/consultation'
import { Reply } from './entities/reply'
import { Evaluation } from './entities/evaluation'
import { SuggestionEvent } from './entities/suggestion-event'
import { ResidentOpinion } from './entities/resident-opinion'
import { OpinionMessage } from './entities/opinion-message'
import { OpinionEvent } from './entities/opinion-event'
import { InboxMessage } from './entities/inbox-message'
import { OutboxMessage } from './entities/outbox-message'
import { SubscriptionEntry } from './entities/subscription-entry'
import { WechatEventRow } from './entities/wechat-event'
import { PushChannel } from './entities/push-channel'
import { NumberSeries } from './entities/number-series'
import { IdempotencyKey } from './entities/idempotency-key'
import { LateNotice } from './entities/late-notice'
import { JobRun } from './entities/job-run'
import { RuleSet } from './entities/rule-set'
import { AuditLog } from './entities/audit-log'
import { ReturnRequest } from './entities/return-request'
import { Extension } from './entities/extension'
import { InformationRequest } from './entities/information-request'
import { Commitment } from './entities/commitment'
import { Summons } from './entities/summons'
import { ReplyVersion } from './entities/reply-version'
import { OfficialDay } from './entities/official-day'
import { LocalDay } from './entities/local-day'
import { ReviewCheck } from './entities/review-check'
import { CategoryOfTown } from './entities/category'
import { CongressSession } from './entities/congress-session'
import { ValidReason } from './entities/valid-reason'
import { AwardDisqualification } from './entities/award-disqualification'
import { DisqualifyingItem } from './entities/disqualifying-item'
import { KeySuggestion } from './entities/key-suggestion'
import { KeySuggestionNote } from './entities/key-suggestion-note'
import { GroupBallot } from './entities/group-ballot'
import { BallotVoter } from './entities/ballot-voter'
import { BallotTally } from './entities/ballot-tally'
import { UpwardReferral } from './entities/upward-referral'
import { HandOverMeeting } from './entities/hand-over-meeting'
import { HandOverItem } from './entities/hand-over-item'
import { Reminder } from './entities/reminder'
import { SiteReview } from './entities/site-review'
import { SiteReviewMatter } from './entities/site-review-matter'
import { SiteReviewDeputy } from './entities/site-review-deputy'
import { ExternalSuggestion } from './entities/external-suggestion'
import { ExternalSuggestionEntry } from './entities/external-suggestion-entry'
import { ContentCheckEvent } from './entities/content-check-event'
import { ContentCheck } from './entities/content-check'
import { Photo } from './entities/photo'
import { PhotoUse } from './entities/photo-use'
import { QrCode } from './entities/qr-code'
import { GivenPhone } from './entities/given-phone'
import { Avatar } from './entities/avatar'
import { UseCount } from './entities/use-count'
import { DeskRequest } from './entities/desk-request'
import { DeskPassword } from './entities/desk-password'
import { RecoveryCode } from './entities/recovery-code'
import { SignInFailure } from './entities/sign-in-failure'

/** Every table. */
export const entities = [
  County,
  Town,
  Village,
  DeputyGroup,
  ElectoralDistrict,
  HandlingUnit,
  Person,
  Mandate,
  Post,
  LiaisonStation,
  StationDeputy,
  Portrait,
  Account,
  SignIn,
  Invite,
  Resident,
  Suggestion,
  CoSignature,
  Review,
  CoUnit,
  SuggestionRound,
  Consultation,
  Reply,
  Evaluation,
  SuggestionEvent,
  ResidentOpinion,
  OpinionMessage,
  OpinionEvent,
  InboxMessage,
  OutboxMessage,
  PushChannel,
  WechatEventRow,
  SubscriptionEntry,
  NumberSeries,
  IdempotencyKey,
  LateNotice,
  JobRun,
  RuleSet,
  AuditLog,
  ReturnRequest,
  Extension,
  InformationRequest,
  Commitment,
  Summons,
  ReplyVersion,
  OfficialDay,
  LocalDay,
  CongressSession,
  CategoryOfTown,
  ReviewCheck,
  ValidReason,
  AwardDisqualification,
  DisqualifyingItem,
  KeySuggestion,
  KeySuggestionNote,
  GroupBallot,
  BallotVoter,
  BallotTally,
  UpwardReferral,
  HandOverMeeting,
  HandOverItem,
  Reminder,
  SiteReview,
  SiteReviewMatter,
  SiteReviewDeputy,
  ExternalSuggestion,
  ExternalSuggestionEntry,
  Photo,
  PhotoUse,
  QrCode,
  GivenPhone,
  Avatar,
  ContentCheck,
  ContentCheckEvent,
  UseCount,
  DeskRequest,
  DeskPassword,
  RecoveryCode,
  SignInFailure,
]
