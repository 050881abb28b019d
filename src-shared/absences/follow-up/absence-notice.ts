import { z } from 'zod'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { DayPart } from '../absence-mark.ts'

export const noticeChannels = ['mail', 'sms', 'phone', 'spoken'] as const
export const NoticeChannel = z.enum(noticeChannels)
export type NoticeChannel = z.output<typeof NoticeChannel>

/**
 * `asked`: waits for the portal; `queued`: the portal sends it; `no-address`: nothing confirmed to
 * send it to; `told`: said in person or by phone.
 */
export const noticeStates = ['asked', 'queued', 'no-address', 'told'] as const
export const NoticeState = z.enum(noticeStates)
export type NoticeState = z.output<typeof NoticeState>

/** A guardian who is told that a child is not at school. The id is made of pupil, day, guardian, channel. */
export type AbsenceNotice = {
  readonly id: string
  readonly pupilId: PupilId
  readonly day: Day
  readonly part: DayPart
  readonly guardianId: string
  readonly channel: NoticeChannel
  readonly askedBy: string
  readonly askedAt: string
  readonly state: NoticeState
  readonly stateAt: string
}

/** Whether the guardian was told, or will be without anybody doing more. */
export const countsAsTold = ({ state }: Pick<AbsenceNotice, 'state'>) =>
  state === 'queued' || state === 'told'
