import type { AuditAction } from '../../audit/actions.ts'
import type { TaskAction } from './taskTransitions.ts'

/** What may be done to a task, with the entry it leaves in the log. */
export const TASK_TRAIL: Record<TaskAction, AuditAction> = {
  take: 'taskTake',
  done: 'taskDone',
  reopen: 'taskReopen',
  due: 'taskDue',
  close: 'taskClose',
}
