/**
 * An answer that must look the same whether somebody is known or not also has to take the same time:
 * this one takes at least so long, which is longer than either way needs.
 */
export async function atSteadyPace<Value>(
  millis: number,
  work: () => Promise<Value>,
): Promise<Value> {
  const [value] = await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, millis))])
  return value
}
