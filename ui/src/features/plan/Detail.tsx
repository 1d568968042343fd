// One decision beside its list: what it says, and what is known of it, word and value.
export function Detail({ title, words, facts }: { title: string; words: string; facts: readonly (readonly [word: string, value: string])[] }) {
  return (
    <div className="decided__detail" data-testid="plan-decided">
      <h2>{title}</h2>
      <p>{words}</p>
      <dl>
        {facts
          .filter(([, value]) => value.trim() !== "")
          .map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
