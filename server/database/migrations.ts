import { CreateTowns1795219200000 } from './migrations/0001-create-towns'
import { CreatePeople1795219200001 } from './migrations/0002-create-people'
import { CreateStations1795219200002 } from './migrations/0003-create-stations'
import { CreateSignIn1795219200003 } from './migrations/0004-create-sign-in'
import { CreateSuggestions1795219200004 } from './migrations/0005-create-suggestions'
import { CreateRounds1795219200005 } from './migrations/0006-create-rounds'
import { CreateOpinions1795219200006 } from './migrations/0007-create-opinions'
import { CreateMessages1795219200007 } from './migrations/0008-create-messages'
import { CreateRuns1795219200008 } from './migrations/0009-create-runs'
import { CreateRuleSets1795219200100 } from './migrations/0010-create-rule-sets'
import { CreateAuditLog1795219200101 } from './migrations/0011-create-audit-log'
import { CreateCalendarDays1795219200102 } from './migrations/0012-create-calendar-days'
import { AddCountedTo1795219200103 } from './migrations/0013-add-counted-to'
import { CreateCongressSessions1795219200300 } from './migrations/0030-create-congress-sessions'
import { RegisterSuggestions1795219200301 } from './migrations/0031-register-suggestions'
import { CompleteReviews1795219200302 } from './migrations/0032-complete-reviews'
import { AddMergedInto1795219200303 } from './migrations/0033-add-merged-into'
import { CreateCategories1795219200304 } from './migrations/0034-create-categories'
import { CompleteHandling1795219200400 } from './migrations/0040-complete-handling'
import { HandOverAndUpward1795219200401 } from './migrations/0041-hand-over-and-upward'
import { CreateAwardStandings1795219200500 } from './migrations/0050-create-award-standings'
import { CreateKeySuggestions1795219200501 } from './migrations/0051-create-key-suggestions'
import { CreateGroupBallots1795219200502 } from './migrations/0052-create-group-ballots'
import { Supervise1795219200600 } from './migrations/0060-supervise'
import { CreateExternalSuggestions1795219200700 } from './migrations/0070-create-external-suggestions'
import { AddOriginDay1795219200701 } from './migrations/0071-add-origin-day'
import { CreatePushChannel1795219200800 } from './migrations/0080-create-push-channel'
import { CreateSubscriptionLedger1795219200801 } from './migrations/0081-create-subscription-ledger'
import { CreateWechatEvent1795219200802 } from './migrations/0082-create-wechat-event'
import { AddCheckAfter1795219200803 } from './migrations/0083-add-check-after'
import { CreatePhotos1795219201000 } from './migrations/0100-create-photos'
import { CreateQrCodes1795219201100 } from './migrations/0110-create-qr-codes'
import { CreateOwnDetails1795219201101 } from './migrations/0111-create-own-details'
import { CheckAnswers1795219201200 } from './migrations/0120-check-answers'
import { CreateContentChecks1795219201201 } from './migrations/0121-create-content-checks'
import { CompleteReplyVersions1795219201300 } from './migrations/0130-complete-reply-versions'
import { MoveSiteReviews1795219201400 } from './migrations/0140-move-site-reviews'
import { SealOpenTallies1795219201505 } from './migrations/0155-seal-open-tallies'
import { TellViewsFromChanges1795219201506 } from './migrations/0156-tell-views-from-changes'
import { CreateUseCounts1795219201605 } from './migrations/0165-create-use-counts'
import { FreezeSenders1795219201700 } from './migrations/0170-freeze-senders'
import { SealAnswers1795219201701 } from './migrations/0171-seal-answers'
import { SetEventsAside1795219201750 } from './migrations/0175-set-events-aside'
import { TakeBackPublicTexts1795219201800 } from './migrations/0180-take-back-public-texts'
import { TakeBackOlderPhotosAndLines1795219201801 } from './migrations/0181-take-back-older-photos-and-lines'
import { WidenSignIn1795219201900 } from './migrations/0190-widen-sign-in'
import { CreateDeskSignIn1795219201901 } from './migrations/0191-create-desk-sign-in'

/** Every structural change, in order. A released one is never edited. */
export const migrations = [
  CreateTowns1795219200000,
  CreatePeople1795219200001,
  CreateStations1795219200002,
  CreateSignIn1795219200003,
  CreateSuggestions1795219200004,
  CreateRounds1795219200005,
  CreateOpinions1795219200006,
  CreateMessages1795219200007,
  CreateRuns1795219200008,
  CreateRuleSets1795219200100,
  CreateAuditLog1795219200101,
  CreateCalendarDays1795219200102,
  AddCountedTo1795219200103,
  CreateCongressSessions1795219200300,
  RegisterSuggestions1795219200301,
  CompleteReviews1795219200302,
  AddMergedInto1795219200303,
  CreateCategories1795219200304,
  CompleteHandling1795219200400,
  HandOverAndUpward1795219200401,
  CreateAwardStandings1795219200500,
  CreateKeySuggestions1795219200501,
  CreateGroupBallots1795219200502,
  Supervise1795219200600,
  CreateExternalSuggestions1795219200700,
  AddOriginDay1795219200701,
  CreatePushChannel1795219200800,
  CreateSubscriptionLedger1795219200801,
  CreateWechatEvent1795219200802,
  AddCheckAfter1795219200803,
  CreatePhotos1795219201000,
  CreateQrCodes1795219201100,
  CreateOwnDetails1795219201101,
  CheckAnswers1795219201200,
  CreateContentChecks1795219201201,
  CompleteReplyVersions1795219201300,
  MoveSiteReviews1795219201400,
  SealOpenTallies1795219201505,
  TellViewsFromChanges1795219201506,
  CreateUseCounts1795219201605,
  FreezeSenders1795219201700,
  SealAnswers1795219201701,
  SetEventsAside1795219201750,
  TakeBackPublicTexts1795219201800,
  TakeBackOlderPhotosAndLines1795219201801,
  WidenSignIn1795219201900,
  CreateDeskSignIn1795219201901,
]
