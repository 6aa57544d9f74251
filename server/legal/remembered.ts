/**
 * A function that keeps what it answered: a text asks for the same few words again and again. At most `most` answers, for words
 * of at most `longest` UTF-16 units; when full it begins anew. `compute` must always give the same answer for the same words.
 */
export function remembered<T>(
  compute: (words: string) => T,
  { most = 2000, longest = 200 }: { most?: number; longest?: number } = {},
): (words: string) => T {
  const answers = new Map<string, { answer: T }>()
  return words => {
    const known = answers.get(words)
    if (known) return known.answer
    const answer = compute(words)
    if (answers.size >= most) answers.clear()
    if (words.length <= longest) answers.set(words, { answer })
    return answer
  }
}
