// The parts that screens share, with ten thousand invented rows, to look at and to measure: /table.html, ?dense, ?wide, ?rows=100000.
import { Button, ConfigProvider } from "antd";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { locale } from "../../src/app/locale";
import { theme } from "../../src/app/theme";
import { DataTable } from "../../src/components/DataTable";
import { DateField } from "../../src/components/DateField";
import { Empty } from "../../src/components/Empty";
import { Figures } from "../../src/components/Figures";
import { HintLayer } from "../../src/components/HintLayer";
import { ListDetail } from "../../src/components/ListDetail";
import { Page } from "../../src/components/Page";
import { ReasonDialog } from "../../src/components/ReasonDialog";
import type { Column } from "../../src/components/tableRows";
import "../../src/app/tokens.css";
import "../../src/app/base.css";

interface Row {
  number: number;
  task: string;
  department: string;
  state: string;
  amount: string;
  due: string;
}

const DEPARTMENTS = ["教育局", "民政局", "城改办", "监察局", "文化旅游局", "人力资源和社会保障局", "住房和城乡建设局", "卫生局"];
const STATES = ["完成", "部分完成", "未完成", "未报", ""];
const TASKS = ["文艺演出10场、展览4场", "新建改建中小学校舍，完成主体工程的60%，并于下半年投入使用，解决片区内适龄儿童入学问题", "发放老年人优待证", "1号路路基工程完工"];

const asked = new URLSearchParams(window.location.search);
const at = <T,>(list: readonly T[], index: number): T => list[index % list.length] as T;
const rows: readonly Row[] = Array.from({ length: Number(asked.get("rows") ?? "10000") }, (_, index) => ({
  number: index + 1,
  task: at(TASKS, index * 7),
  department: at(DEPARTMENTS, index * 5 + Math.floor(index / 8)),
  state: at(STATES, index * 3 + Math.floor(index / 5)),
  amount: `${(index * 37) % 1000}.${index % 10}`,
  due: `2013-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`,
}));

const columns: readonly Column<Row>[] = [
  { key: "number", title: "序号", width: 70, align: "end", value: ({ number }) => number },
  { key: "task", title: "季度目标", flex: 2, value: ({ task }) => task, filter: "text" },
  { key: "department", title: "责任部门", width: 150, value: ({ department }) => department, filter: "choice" },
  { key: "state", title: "状态", width: 110, value: ({ state }) => state, filter: "choice", render: ({ state }) => (state === "未报" ? <strong>{state}</strong> : state) },
  { key: "amount", title: "数量", width: 90, align: "end", value: ({ amount }) => amount },
  { key: "due", title: "应报日期", width: 110, value: ({ due }) => due },
];
const listed = asked.has("wide") ? columns : columns.slice(0, 4);
const keyOf = ({ number }: Row) => String(number);

function Demo() {
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set<string>());
  const [opened, setOpened] = useState<Row | null>(null);
  const [deciding, setDeciding] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const parts = STATES.map((state) => ({ key: state, word: state || "（空）", count: rows.filter((row) => row.state === state).length, onOpen: () => undefined }));
  return (
    <Page
      title="表"
      note={<Figures subject="一季度节点" unit="项" colon="：" onTotal={() => undefined} parts={parts} />}
      actions={
        <Button type="primary" onClick={() => setDeciding(true)} data-testid="decide-open">
          退回
        </Button>
      }
      testId="demo"
    >
      <ListDetail
        list={
          <DataTable
            label="表"
            columns={listed}
            rows={rows}
            keyOf={keyOf}
            dense={asked.has("dense")}
            empty={<Empty title="还没有" text="先做什么，再做什么。" />}
            opened={opened === null ? null : keyOf(opened)}
            onOpen={setOpened}
            choosing={{ chosen, onChoose }}
          />
        }
        detail={
          opened === null ? null : (
            <>
              <h2>{opened.task}</h2>
              <p>{opened.department}</p>
              <DateField label="日期" value={day} onChange={setDay} year={2013} testId="day" />
            </>
          )
        }
        none="在左边选一行，Enter 打开。"
        detailLabel="详情"
      />
      {deciding && (
        <ReasonDialog title="退回填报" label="退回的理由（部门会看到）" word="退回" busy={false} refusal={null} onDecide={() => setDeciding(false)} onClose={() => setDeciding(false)} testId="decide">
          退回教育局对（一）第一季度目标的填报。
        </ReasonDialog>
      )}
    </Page>
  );
}

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
      <Demo />
      <HintLayer />
    </ConfigProvider>,
  );
}
