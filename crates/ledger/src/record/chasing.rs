//! The bodies of chasing, submission sheets, organisation changes and public feedback.

use super::{by_code, in_order};
use domain::chase::{Instruction, SealedCopy, Stage, Step, SupervisionItem};
use domain::feedback::{Channel, Feedback, FeedbackKind, Reply, Sender};
use domain::organisation::{Move, OrganisationChange, OrganisationKind};
use domain::submission::{SignedScan, SubmissionSheet};

in_order!(Instruction { id, plan, task, quarter, leader, on, words, page, scan, department, due });
in_order!(SupervisionItem {
    id,
    plan,
    number,
    task,
    quarter,
    instruction,
    requirement,
    department,
    due,
    steps
});
in_order!(Step { stage, on, by, words, files });
in_order!(SealedCopy { plan, round, department, on, by, remark });
in_order!(SubmissionSheet { plan, round, department, number, code, revisions, on, by, scan });
in_order!(SignedScan { file, on, by });
in_order!(OrganisationChange { id, kind, before, after, moves, effective, basis });
in_order!(Move { plan, task, from, to });
in_order!(Feedback {
    id,
    year,
    number,
    kind,
    channel,
    received,
    subject,
    text,
    sender,
    task,
    department,
    due,
    files,
    answer,
    closing,
    reopening,
});
in_order!(Sender { name, contact });
in_order!(Reply { text, on, by });
by_code!(Stage);
by_code!(OrganisationKind);
by_code!(FeedbackKind);
by_code!(Channel);
