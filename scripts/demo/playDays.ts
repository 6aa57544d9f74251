import { Types } from 'mongoose'
import { JOBS } from '../../jobs/index.ts'
import { runJob } from '../../jobs/runJob.ts'
import { addDays, type IsoDate } from '../../server/legal/dates.ts'
import { JobRun } from '../../server/models/JobRun.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review, type ReviewRecord } from '../../server/models/Review.ts'
import { Task } from '../../server/models/Task.ts'
import type { Actor } from '../../server/people/actor.ts'
import type { ReviewAnswer, ReviewRequest } from '../../server/review/changeReview.ts'
import {
  saveConclusion,
  submitReview,
  type Conclusion,
} from '../../server/review/concludeReview.ts'
import { approveReview, returnReview } from '../../server/review/decideReview.ts'
import { acceptReview } from '../../server/review/takeReview.ts'
import type { Spec } from './compose.ts'
import { outsideOn } from './demoDays.ts'

export interface Play {
  loading: IsoDate
  /** The instant of loading: nothing is played that lies after it. */
  now: Date
  actors: Map<string, Actor>
  /** Ids of the standing documents by key of their spec. */
  ids: Map<string, string>
  changes: Spec[]
  lay: (spec: Spec) => Promise<Types.ObjectId>
}

interface Step {
  daysAgo: number
  document: string
  by: string
  act: (request: ReviewRequest) => Promise<ReviewAnswer>
}

const conclusion = (outcome: string, outcomeReason: string, provision = ''): Conclusion => ({
  findings: provision
    ? [
        {
          provision,
          finding: outcome === 'keep' ? 'fits' : 'conflicts',
          note: outcomeReason,
          against: '',
          proposal: outcome,
        },
      ]
    : [],
  outcome,
  outcomeReason,
  priority: outcome === 'keep' ? '' : 'needed',
  competentAgency: outcome === 'keep' ? '' : 'Sở Công Thương',
})

const save =
  (given: Conclusion) =>
  (request: ReviewRequest): Promise<ReviewAnswer> =>
    saveConclusion(request, given)
const submit =
  (given: Conclusion) =>
  (request: ReviewRequest): Promise<ReviewAnswer> =>
    submitReview(request, given)

const KEEP = conclusion('keep', '', '')
const RATES = conclusion(
  'amend',
  'Mức hỗ trợ tại Điều 1 thấp hơn mức mới tại Quyết định 031/2026/QĐ-UBND.',
  'Điều 1',
)
const LATE = {
  ...conclusion('', ''),
  findings: [
    {
      provision: 'Điều 1',
      finding: 'conflicts',
      note: 'Hạn báo cáo ngày 20 khác hạn ngày 10 của quy định mới.',
      against: '003/2026/QĐ-UBND, Điều 1',
      proposal: 'amend',
    },
  ],
}
const FEES = conclusion('replace', 'Thời hạn thẩm định tính theo phân hạng chợ cũ.', 'Điều 1')

/** What people did on which day: reviews in every state on the day of loading. */
const STEPS: Step[] = [
  { daysAgo: 40, document: 'marketGuide253', by: 'chuyenvientm', act: acceptReview },
  { daysAgo: 36, document: 'marketPlan77', by: 'chuyenvientm', act: acceptReview },
  { daysAgo: 35, document: 'clusterFees211', by: 'chuyenvien', act: acceptReview },
  { daysAgo: 33, document: 'tienGiang05', by: 'truongphongcn', act: acceptReview },
  { daysAgo: 30, document: 'marketPlan77', by: 'chuyenvientm', act: save(conclusion('', '')) },
  { daysAgo: 24, document: 'promotionPlan18', by: 'khuyencong', act: acceptReview },
  { daysAgo: 23, document: 'contacts96', by: 'khuyencong', act: acceptReview },
  { daysAgo: 22, document: 'promotionRules161', by: 'khuyencong', act: acceptReview },
  { daysAgo: 21, document: 'promotion11', by: 'khuyencong', act: acceptReview },
  { daysAgo: 20, document: 'marketGuide253', by: 'chuyenvientm', act: submit(KEEP) },
  { daysAgo: 18, document: 'marketGuide253', by: 'phapche', act: approveReview },
  { daysAgo: 12, document: 'contacts96', by: 'khuyencong', act: submit(RATES) },
  { daysAgo: 10, document: 'promotion11', by: 'khuyencong', act: submit(KEEP) },
  { daysAgo: 9, document: 'contacts96', by: 'phapche', act: approveReview },
  {
    daysAgo: 3,
    document: 'promotion11',
    by: 'phapche',
    act: request => returnReview(request, 'Điều 2: nêu rõ mức hỗ trợ nào còn áp dụng.'),
  },
  { daysAgo: 11, document: 'clusterFees211', by: 'chuyenvien', act: save(LATE) },
  { daysAgo: 5, document: 'promotionPlan18', by: 'khuyencong', act: save(RATES) },
  { daysAgo: 2, document: 'promotionRules161', by: 'khuyencong', act: submit(RATES) },
  { daysAgo: 2, document: 'clusterReport366', by: 'chuyenvien', act: acceptReview },
  { daysAgo: 1, document: 'clusterReport366', by: 'chuyenvien', act: save(conclusion('', '')) },
  { daysAgo: 1, document: 'marketRules120', by: 'truongphongtm', act: save(FEES) },
]

/** Runs older than this are not shown on the page of jobs. */
const SHOWN_RUNS = 15
const REMINDERS_ONLY = ['flag-overdue', 'write-notices']

/** Plays the last weeks day by day: what is registered, what people do, what the jobs of the night and the morning do. */
export async function playDays(play: Play): Promise<void> {
  await setRhythms(play)
  const first = Math.max(...play.changes.map(({ daysAgo }) => daysAgo))
  for (let daysAgo = first; daysAgo >= 0; daysAgo -= 1) {
    await runJobs(play, daysAgo)
    for (const spec of play.changes.filter(change => change.daysAgo === daysAgo)) {
      await play.lay(spec)
    }
    for (const step of STEPS.filter(one => one.daysAgo === daysAgo)) await take(step, play)
  }
  await dateRuns()
  await Review.updateMany({}, { isIllustrative: true }, { timestamps: false })
  await Task.updateMany({}, { isIllustrative: true }, { timestamps: false })
  await Notice.updateMany({}, { isIllustrative: true }, { timestamps: false })
}

/** Periodic reviews fall due near the day of loading, whichever day that is. */
async function setRhythms({ loading, ids }: Play): Promise<void> {
  const last: [string, number][] = [
    ['records72', 24 * 30 - 6],
    ['procedures27', 12 * 30 - 20],
    ['tienGiang05', 24 * 30 + 25],
  ]
  for (const [key, days] of last) {
    await LegalDocument.updateOne(
      { _id: ids.get(key) },
      { lastReviewedOn: addDays(loading, -days) },
      { timestamps: false },
    )
  }
}

async function runJobs({ loading, now }: Play, daysAgo: number): Promise<void> {
  const isWholeDay = daysAgo < SHOWN_RUNS
  for (const job of JOBS) {
    if (job.name === 'repair-search-index') continue
    if (!isWholeDay && !REMINDERS_ONLY.includes(job.name)) continue
    const [minute = '0', hour = '0'] = job.at.split(' ')
    const outside = outsideOn(
      loading,
      daysAgo,
      `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
    )
    // A run of this morning that lies ahead is left to the clock.
    if (outside.now() > now) continue
    await runJob({ job, due: outside.now(), today: outside.today(), origin: 'clock', outside })
  }
}

/** The runs were played just now; their rows say when they would have been. */
async function dateRuns(): Promise<void> {
  for await (const run of JobRun.find().lean().cursor()) {
    const lasted = (run.finishedAt ?? run.startedAt).getTime() - run.startedAt.getTime()
    await JobRun.updateOne(
      { _id: run._id },
      {
        startedAt: run.due,
        finishedAt: new Date(run.due.getTime() + lasted),
        isIllustrative: true,
      },
    )
  }
}

async function take({ daysAgo, document, by, act }: Step, play: Play): Promise<void> {
  const actor = play.actors.get(by)
  const review = await Review.findOne({
    document: new Types.ObjectId(play.ids.get(document)),
    isOpen: true,
  })
    .sort({ openedOn: -1 })
    .lean<ReviewRecord>()
  if (!actor || !review) throw new Error(`the demo has no open review of ${document}`)
  const outside = outsideOn(play.loading, daysAgo, '09:40')
  const answer = await act({ id: review._id, revision: review.revision, actor, outside })
  if (!answer.ok) throw new Error(`${document} by ${by}: ${JSON.stringify(answer)}`)
}
