// The closed lists of 公众意见 in the order in which they are offered.
import type { ChannelCode, FeedbackKindCode } from "../../ipc/bindings";

export const KINDS: readonly FeedbackKindCode[] = ["question", "complaint", "suggestion"];
export const CHANNELS: readonly ChannelCode[] = ["telephone", "website", "email"];
