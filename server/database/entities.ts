import { County } from './entities/people/county'
import { Town } from './entities/people/town'
import { Village } from './entities/people/village'
import { DeputyGroup } from './entities/people/deputy-group'
import { ElectoralDistrict } from './entities/people/electoral-district'
import { HandlingUnit } from './entities/people/handling-unit'
import { Person } from './entities/people/person'
import { Mandate } from './entities/people/mandate'
import { Post } from './entities/people/post'
import { LiaisonStation } from './entities/people/liaison-station'
import { StationDeputy } from './entities/people/station-deputy'
import { Portrait } from './entities/people/portrait'
import { Account } from './entities/sign-in/account'
import { SignIn } from './entities/sign-in/sign-in'
import { Invite } from './entities/people/invite'
import { Resident } from './entities/people/resident'
import { Suggestion } from './entities/suggestion/suggestion'
import { CoSignature } from './entities/suggestion/co-signature'
import { Review } from './entities/suggestion/review'
import { CoUnit } from './entities/suggestion/co-unit'
import { SuggestionRound } from './entities/suggestion/suggestion-round'
import { Consultation } from './entities/suggestion/consultation'
import { Reply } from './entities/suggestion/reply'
import { Evaluation } from './entities/suggestion/evaluation'
import { SuggestionEvent } from './entities/suggestion/suggestion-event'
import { ResidentOpinion } from './entities/opinion/resident-opinion'
import { OpinionMessage } from './entities/opinion/opinion-message'
import { OpinionEvent } from './entities/opinion/opinion-event'
import { InboxMessage } from './entities/messages/inbox-message'
import { OutboxMessage } from './entities/messages/outbox-message'
import { SubscriptionEntry } from './entities/messages/subscription-entry'
import { WechatEventRow } from './entities/messages/wechat-event'
import { PushChannel } from './entities/messages/push-channel'
import { NumberSeries } from './entities/suggestion/number-series'
import { IdempotencyKey } from './entities/sign-in/idempotency-key'
import { LateNotice } from './entities/messages/late-notice'
import { JobRun } from './entities/messages/job-run'
import { RuleSet } from './entities/rules/rule-set'
import { AuditLog } from './entities/rules/audit-log'
import { ReturnRequest } from './entities/suggestion/return-request'
import { Extension } from './entities/suggestion/extension'
import { InformationRequest } from './entities/suggestion/information-request'
import { Commitment } from './entities/suggestion/commitment'
import { Summons } from './entities/suggestion/summons'
import { ReplyVersion } from './entities/suggestion/reply-version'
import { OfficialDay } from './entities/rules/official-day'
import { LocalDay } from './entities/rules/local-day'
import { ReviewCheck } from './entities/suggestion/review-check'
import { CategoryOfTown } from './entities/suggestion/category'
import { CongressSession } from './entities/suggestion/congress-session'
import { ValidReason } from './entities/suggestion/valid-reason'
import { AwardDisqualification } from './entities/matters/award-disqualification'
import { DisqualifyingItem } from './entities/matters/disqualifying-item'
import { KeySuggestion } from './entities/suggestion/key-suggestion'
import { KeySuggestionNote } from './entities/suggestion/key-suggestion-note'
import { GroupBallot } from './entities/matters/group-ballot'
import { BallotVoter } from './entities/matters/ballot-voter'
import { BallotTally } from './entities/matters/ballot-tally'
import { UpwardReferral } from './entities/suggestion/upward-referral'
import { HandOverMeeting } from './entities/suggestion/hand-over-meeting'
import { HandOverItem } from './entities/suggestion/hand-over-item'
import { Reminder } from './entities/suggestion/reminder'
import { SiteReview } from './entities/matters/site-review'
import { SiteReviewMatter } from './entities/matters/site-review-matter'
import { SiteReviewDeputy } from './entities/matters/site-review-deputy'
import { ExternalSuggestion } from './entities/matters/external-suggestion'
import { ExternalSuggestionEntry } from './entities/matters/external-suggestion-entry'
import { ContentCheckEvent } from './entities/matters/content-check-event'
import { ContentCheck } from './entities/matters/content-check'
import { Photo } from './entities/matters/photo'
import { PhotoUse } from './entities/matters/photo-use'
import { QrCode } from './entities/people/qr-code'
import { GivenPhone } from './entities/people/given-phone'
import { Avatar } from './entities/people/avatar'
import { UseCount } from './entities/sign-in/use-count'
import { DeskRequest } from './entities/sign-in/desk-request'
import { DeskPassword } from './entities/sign-in/desk-password'
import { RecoveryCode } from './entities/sign-in/recovery-code'
import { SignInFailure } from './entities/sign-in/sign-in-failure'

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
