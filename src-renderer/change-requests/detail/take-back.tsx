import type { RequestFile } from '#shared/change-requests/change-requests-contract.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { settleLoose } from '../../platform/settle.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconRestore } from '../../platform/ui/icons.ts'
import { changeRequests } from '../request-calls.ts'
import classes from './detail.module.css'

/** Later than undo reaches: what was accepted goes back, and the request is open again. */
export function TakeBack({ file }: { readonly file: RequestFile }) {
  const say = useSay(requestDetailMessages)
  const sayRefusal = useSay(requestRefusalMessages)
  async function takeBack() {
    const answer = await changeRequests.takeBack({ id: file.id })
    settleLoose(answer, sayRefusal, say('revert-done'))
  }
  return (
    <div className={classes.back}>
      <p className="muted">{say('revert-text')}</p>
      <Button icon={IconRestore} onClick={() => void takeBack()}>
        {say('revert')}
      </Button>
    </div>
  )
}
