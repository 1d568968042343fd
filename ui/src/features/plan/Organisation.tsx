// 机构变动: what happened to departments, newest last, and the form that records another change.
import { Button } from "antd";
import { useState } from "react";
import { DataTable } from "../../components/DataTable";
import { Empty } from "../../components/Empty";
import { ListDetail } from "../../components/ListDetail";
import { useLoaded } from "../../components/loaded";
import { Reading, RefusalNotice } from "../../components/Notice";
import type { Column } from "../../components/tableRows";
import type { OrganisationView, PlanView } from "../../ipc/bindings";
import { organisationChanges, settings } from "../../ipc/commands";
import { changeMessages as m } from "../../messages/change";
import { Detail } from "./Detail";
import { OrganisationDialog } from "./OrganisationDialog";

const COLUMNS: readonly Column<OrganisationView>[] = [
  { key: "effective", title: m.effective, width: 96, value: ({ effective }) => effective },
  { key: "kind", title: m.kind, width: 84, value: ({ kind_word }) => kind_word, filter: "choice" },
  { key: "words", title: m.what, flex: 3, value: ({ words }) => words, filter: "text" },
  { key: "basis", title: m.basis, flex: 1, yields: 1, value: ({ basis }) => basis },
];
const keyOf = ({ id }: OrganisationView) => id;

export function Organisation({ plan, onChanged }: { plan: PlanView; onChanged: () => void }) {
  const { state, reload } = useLoaded("organisation", () => Promise.all([organisationChanges(), settings()]));
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  if (state.phase === "reading") return <Reading />;
  if (state.phase === "refused") return <RefusalNotice refusal={state.refusal} onRetry={reload} />;
  const [changes, { departments }] = state.value;
  const one = changes.find(({ id }) => id === opened);
  const add = (size: "small" | "middle") => (
    <Button type="primary" size={size} onClick={() => setAdding(true)} data-testid="organisation-add">
      {m.addOrganisation}
    </Button>
  );
  const table = (
    <DataTable
      label={m.organisation}
      columns={COLUMNS}
      rows={changes}
      keyOf={keyOf}
      opened={opened}
      onOpen={({ id }) => setOpened(id)}
      actions={add("small")}
      empty={<Empty title={m.noOrganisation} text={m.noOrganisationText}>{add("middle")}</Empty>}
      testId="plan-organisation"
    />
  );
  const detail = one === undefined ? null : <Detail title={one.kind_word} words={[one.words, ...one.consequences].join("\n")} facts={[[m.basis, one.basis]]} />;
  return (
    <>
      {changes.length === 0 ? table : <ListDetail list={table} detail={detail} none={m.none} detailLabel={m.detail} />}
      {adding && (
        <OrganisationDialog
          plan={plan}
          departments={departments}
          onDone={() => {
            setAdding(false);
            reload();
            onChanged();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
