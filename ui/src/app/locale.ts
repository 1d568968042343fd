// The kit's Chinese, with our own labels for quarters: its own prints Q1 to Q4.
import type { Locale } from "antd/es/locale";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { QUARTER_FORMAT } from "../messages/words";

dayjs.locale("zh-cn");

export const locale: Locale = {
  ...zhCN,
  ...(zhCN.DatePicker && {
    DatePicker: {
      ...zhCN.DatePicker,
      lang: { ...zhCN.DatePicker.lang, fieldQuarterFormat: QUARTER_FORMAT, cellQuarterFormat: QUARTER_FORMAT },
    },
  }),
};
