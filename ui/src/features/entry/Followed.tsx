// 领导批示 on the task and its 督办事项, read only; 督办 is where they are worked with.
import { dateInText } from "../../components/time";
import type { EntryForm } from "../../ipc/bindings";
import { entryMessages as m } from "../../messages/entry";

export function Followed({ form, supervises }: { form: EntryForm; supervises: boolean }) {
  if (form.followed.length === 0) return null;
  return (
    <section className="promise__part" data-testid="followed">
      <h3>{m.followed}</h3>
      {form.followed.map((line) => (
        <div className="said" key={line.id}>
          <p className="said__head">
            <strong>{line.head}</strong>
            <span data-overdue={line.overdue || undefined}>
              {line.stage_word}
              {line.overdue && ` ${m.followedOverdue}`} · {line.department}
              {line.due !== null && ` · ${m.followedDue(dateInText(line.due))}`}
            </span>
          </p>
          <p>
            {line.words}{" "}
            {supervises && (
              <a className="link" href={`#/${form.key.year}/${form.key.round}/chase?at=${line.part}`} data-testid={`followed-${line.part}`}>
                {m.followedOpen}
              </a>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
