// What is known of one thing, word and value in two columns; what is not known is left out.
export function Facts({ facts }: { facts: readonly (readonly [word: string, value: string | null])[] }) {
  return (
    <dl className="chase__facts">
      {facts.map(
        ([word, value]) =>
          value !== null &&
          value.trim() !== "" && (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
