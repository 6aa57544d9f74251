import type { Types } from 'mongoose'
import { Review } from '../models/Review.ts'
import { User } from '../models/User.ts'

export interface ReviewerChoice {
  id: string
  name: string
  unit: string
  holding: number
}

/** Everyone a review may be given to, with how many each holds. */
export async function reviewerChoices(): Promise<ReviewerChoice[]> {
  const [users, held] = await Promise.all([
    User.find({ isActive: true, roles: { $in: ['reviewer', 'legalLead'] } })
      .sort({ name: 1 })
      .lean(),
    Review.aggregate<{ _id: Types.ObjectId; n: number }>([
      { $match: { isOpen: true, state: { $nin: ['submitted', 'approved'] } } },
      { $group: { _id: '$reviewer', n: { $sum: 1 } } },
    ]),
  ])
  const holding = new Map(held.map(({ _id, n }) => [String(_id), n]))
  return users.map(({ _id, name, unit }) => ({
    id: String(_id),
    name,
    unit: unit ? String(unit) : '',
    holding: holding.get(String(_id)) ?? 0,
  }))
}
