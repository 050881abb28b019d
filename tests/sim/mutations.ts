/** A fault that somebody could make in the product: the text that changes, and into what. */
export type Mutation = {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

/**
 * The simulator is worth as much as the faults it finds: each of these must be found. It asks one
 * thing after the other, so what goes wrong between desks that ask at the same moment is for rows 2
 * and 22 (`failure-modes-hub.test.ts`), on a real PostgreSQL.
 */
export const mutations: readonly Mutation[] = [
  {
    name: 'the causal base is ignored',
    file: 'src-shared/sync/merge.ts',
    from: 'if (base === present) return',
    to: "if (base === present + '!') return",
  },
  {
    name: 'the earlier stamp wins',
    file: 'src-shared/sync/merge.ts',
    from: 'wins: stamp > present',
    to: 'wins: stamp < present',
  },
  {
    name: 'stamps of the future are kept',
    file: 'src-portal/sync/apply-operation.ts',
    from: 'if (millis <= bench.now + protocolLimits.clockAhead) return sent',
    to: 'if (millis > 0) return sent',
  },
  {
    name: 'a causal write keeps its old stamp',
    file: 'src-portal/sync/apply-operation.ts',
    from: 'if (base !== present || hlc > present) return hlc',
    to: "if (base !== present + '!') return hlc",
  },
  {
    name: 'a removal beats a later change',
    file: 'src-portal/sync/apply-operation.ts',
    from: `  if (!wins) {
    const removal`,
    to: `  if (bench.now < 0) {
    const removal`,
  },
  {
    name: 'a value that is written over is not kept',
    file: 'src-portal/sync/apply-operation.ts',
    from: 'if (before !== value) {',
    to: 'if (before !== value && isConcurrent) {',
  },
  {
    name: 'a value that lost is not kept',
    file: 'src-portal/sync/apply-operation.ts',
    from: 'keep(bench, write, { field, value, hlc, byHlc: present, fate, concurrent: isConcurrent })',
    to: '',
  },
  {
    name: 'a desk gets back what it wrote, and not what others wrote',
    file: 'src-portal/sync/pull.ts',
    from: 'AND NOT (device_id IS NOT DISTINCT FROM',
    to: 'AND (device_id IS NOT DISTINCT FROM',
  },
  {
    name: 'a desk never hears of a row that it changed too',
    file: 'src-portal/sync/pull.ts',
    from: '::uuid AND before_seq <= ',
    to: '::uuid AND 0 <= ',
  },
  {
    name: 'a row that leaves a group is not said to leave',
    file: 'src-portal/sync/pull.ts',
    from: '...changed.lines, ...exits,',
    to: '...changed.lines, ...exits.slice(exits.length),',
  },
  {
    name: 'a scope that ended is not withdrawn',
    file: 'src-portal/sync/pull.ts',
    from: 'const lost = Object.entries(scopes).filter(([scope]) => !held.has(scope))',
    to: 'const lost = Object.entries(scopes).filter(([scope]) => scope === "")',
  },
  {
    name: 'everything of a row is shown to everyone',
    file: 'src-portal/sync/show-row.ts',
    from: 'return projectRow(row.fields, hiddenFields(row.tbl, row.level, isOffice))',
    to: 'return isOffice ? projectRow(row.fields, hiddenFields(row.tbl, row.level, isOffice)) : row.fields',
  },
  {
    name: 'an outcome shows what may not be seen',
    file: 'src-portal/sync/show-row.ts',
    from: 'const fields = showRow(row, view)',
    to: 'const fields = view.isOffice ? showRow(row, view) : row.fields',
  },
  {
    name: 'a change of protection does not reach the rows',
    file: 'src-portal/sync/refresh-scopes.ts',
    from: "pupils: ['protectionLevel'],",
    to: 'pupils: [],',
  },
  {
    name: 'who shares a guardian is overlooked',
    file: 'src-portal/sync/refresh-scopes.ts',
    from: 'const level = Math.max(0, ...about.map(({ protectionLevel }) => protectionLevel))',
    to: 'const level = Math.max(0, ...about.slice(0, 1).map(({ protectionLevel }) => protectionLevel))',
  },
  {
    name: 'an operation that comes again is done again',
    file: 'src-portal/sync/operation-outcomes.ts',
    from: 'return new Map(found.map(',
    to: 'return new Map(found.slice(found.length).map(',
  },
  {
    name: 'the answer to a batch is not stored',
    file: 'src-portal/sync/sealed-batches.ts',
    from: 'JSON.stringify(answer)',
    to: 'JSON.stringify(null)',
  },
  {
    name: 'a batch is not recognised when it comes twice',
    file: 'src-portal/sync/sealed-batches.ts',
    from: 'if (stored?.answer) return { ok: true, value: stored.answer }',
    to: 'if (stored?.answer) return null',
  },
  {
    name: 'who lost a right may go on writing',
    file: 'src-portal/sync/check-operation.ts',
    from: 'if (then && may(then)) return null',
    to: 'if (check.periods.some(may)) return null',
  },
  {
    name: 'a revoked desk is let in',
    file: 'src-portal/sync/sync-routes.ts',
    from: 'if (device.isRevoked) return refuseRevoked(parts, device, reply)',
    to: '',
  },
  {
    name: 'a field on which work waits is overwritten by what comes',
    file: 'src-main/sync/apply-lines.ts',
    from: 'const shown = stored ? withOwn(row, stored, own) : row',
    to: 'const shown = row',
  },
  {
    name: 'the cursor is kept before the rows',
    file: 'src-main/sync/sync-engine.ts',
    from: 'await inOneGo((changed) => storePage(lines, changed))',
    to: `await inOneGo(() => storePage(lines.filter((line) => !Array.isArray(line) && line.k === 'end'), new Map()))
      await inOneGo((changed) => storePage(lines, changed))`,
  },
  {
    name: 'an answer is taken in without the archive',
    file: 'src-main/sync/apply-answer.ts',
    from: "sqlite.prepare('DELETE FROM sealedBatches WHERE batch = ?').run(batch)",
    to: '',
  },
  {
    name: 'a stamp that the portal put back is not put back here',
    file: 'src-main/sync/apply-answer.ts',
    from: "if (operation[0] !== 's' || hlc === null || hlc === operation[7]) return",
    to: "if (operation[0] === 's') return",
  },
  {
    name: 'rows stay when a scope goes',
    file: 'src-main/sync/held-scopes.ts',
    from: 'if (others.length > 0) keep',
    to: 'if (others.length >= 0) keep',
  },
  {
    name: 'what comes back from the archive is closed again',
    file: 'src-main/sync/field-seal.ts',
    from: 'if (isSealed(value)) return value',
    to: '',
  },
  {
    name: 'what is written over before it went stays the same operation',
    file: 'src-main/platform/outbox.ts',
    from: 'UPDATE outbox SET opId = ?, value',
    to: 'UPDATE outbox SET opId = coalesce(opId, ?), value',
  },
  {
    name: 'an update of a desk brings nothing anew',
    file: 'src-main/sync/greet.ts',
    from: 'return known !== null',
    to: 'return false',
  },
  {
    name: 'a portal that was put back gets nothing back',
    file: 'src-main/sync/greet.ts',
    from: "giveBack(sqlite, state, Math.min(hello.lastBatch, state.number('lastBatch')))",
    to: '',
  },
  {
    name: 'a file that was put back goes on as if nothing had happened',
    file: 'src-main/sync/greet.ts',
    from: 'if (isFork(parts, hello)) {',
    to: "if (state.get('stopped') === 'never') {",
  },
  {
    name: 'what the portal writes gets no place in the order',
    file: 'src-portal/sync/portal-writes.ts',
    from: 'const seq = Number(clock.seq) + 1',
    to: 'const seq = Number(clock.seq)',
  },
  {
    name: 'rows that do not come again stay',
    file: 'src-main/sync/replacement.ts',
    from: 'for (const { table, id } of gone.removed) removeRow(sqlite, changed, table, id)',
    to: '',
  },
  {
    name: 'a new place in the order for what the portal had already',
    file: 'src-main/sync/apply-answer.ts',
    from: 'writer.raise(table, id, seq ?? answer.seq)',
    to: 'writer.raise(table, id, Math.max(seq ?? 0, answer.seq))',
  },
]
