//! The commands that the page may call: one list, of which the permission, the handler and the tests are made.
//!
//! A command that is not listed is refused by the window, even if it has a handler; `ui/src/ipc/commands.ts` is the
//! page's side, `ipc` the shell's.

/// Hands the list to another macro, in the order of `ui/src/ipc/commands.ts`.
macro_rules! for_each_command {
    ($macro:ident) => {
        $macro! {
            start,
            open_sample,
            remove_sample,
            begin,
            take_over,
            lock,
            unlock,
            recover_pin,
            frame,
            pick_paper,
            take_paper,
            import_paper,
            plan,
            confirm_lead,
            board,
            find,
            entry_form,
            save_draft,
            discard_draft,
            submit_entry,
            undo_entry,
            undo,
            recycle_bin,
            restore_withdrawn,
            record_finding,
            milestone_items,
            confirm_items,
            summary,
            save_summary,
            review_queue,
            accept_entry,
            return_entry,
            verifications,
            draw_sample,
            record_check,
            comments,
            add_comment,
            withdraw_comment,
            pick_files,
            take_files,
            paste_file,
            picture,
            open_file,
            feedback_list,
            feedback,
            show_personal,
            add_feedback,
            answer_feedback,
            close_feedback,
            reopen_feedback,
            change_feedback,
            set_feedback_days,
            pick_letter,
            take_letter,
            print_report,
            report_bytes,
            save_report,
            open_report,
            settings,
            rename_office,
            add_person,
            grant_roles,
            set_pin,
            renew_recovery,
            end_person,
            hand_over,
            set_idle_minutes,
            set_due_rule,
            set_lights,
            set_calendar,
            rename_department,
            full_backup,
            restore_backup,
            check,
            show_store_folder,
            stop_work,
            close_window,
        }
    };
}

macro_rules! names {
    ($($command:ident),* $(,)?) => { &[$(stringify!($command)),*] };
}

/// Every command by name.
pub const COMMANDS: &[&str] = for_each_command!(names);

pub(crate) use for_each_command;
