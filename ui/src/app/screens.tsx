// The screens, in the order of the navigation and of Alt+1…9. A new one is a line here; its words stand in messages/frame.ts,
// and the compiler asks for them. Left to others: where the window is (place.ts), the screens that need more than ScreenProps (Office.tsx).
import { AppstoreOutlined, AuditOutlined, BellOutlined, EditOutlined, FileTextOutlined, MessageOutlined, PrinterOutlined, SettingOutlined, TableOutlined } from "@ant-design/icons";
import { type ComponentType, type ReactNode, lazy } from "react";
import type { ScreenProps } from "../components/screen";

interface Listed {
  icon: ReactNode;
  /** `null`: Office.tsx draws it, because it needs more, or stands without a plan. */
  draw: ComponentType<ScreenProps> | null;
}

const LIST = {
  overview: { icon: <AppstoreOutlined />, draw: lazy(() => import("../features/overview/Overview").then(({ Overview }) => ({ default: Overview }))) },
  plan: { icon: <FileTextOutlined />, draw: null },
  register: { icon: <TableOutlined />, draw: null },
  entry: { icon: <EditOutlined />, draw: null },
  review: { icon: <AuditOutlined />, draw: lazy(() => import("../features/review/ReviewScreen").then(({ ReviewScreen }) => ({ default: ReviewScreen }))) },
  chase: { icon: <BellOutlined />, draw: lazy(() => import("../features/chase/ChaseScreen").then(({ ChaseScreen }) => ({ default: ChaseScreen }))) },
  printed: { icon: <PrinterOutlined />, draw: lazy(() => import("../features/printed/PrintedScreen").then(({ PrintedScreen }) => ({ default: PrintedScreen }))) },
  feedback: { icon: <MessageOutlined />, draw: lazy(() => import("../features/feedback/FeedbackScreen").then(({ FeedbackScreen }) => ({ default: FeedbackScreen }))) },
  settings: { icon: <SettingOutlined />, draw: null },
} satisfies Record<string, Listed>;

export type Screen = keyof typeof LIST;

/** The screens that are drawn from the list. */
export type DrawnScreen = { [S in Screen]: (typeof LIST)[S]["draw"] extends null ? never : S }[Screen];

export const SCREENS = Object.keys(LIST) as readonly Screen[];

export const iconOf = (screen: Screen): ReactNode => LIST[screen].icon;

export const drawingOf = (screen: DrawnScreen): ComponentType<ScreenProps> => LIST[screen].draw;

export const isDrawn = (screen: Screen): screen is DrawnScreen => LIST[screen].draw !== null;
