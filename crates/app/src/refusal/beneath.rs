//! The Chinese for what the crates beneath refuse: store, backup, page layout, fonts.

use super::{file_name, io_words};

pub(super) fn store_text(error: &store::StoreError) -> String {
    use store::StoreError as E;
    match error {
        E::Held { by } if by.is_empty() => "资料库正被另一个程序使用。请先关闭它再试。".into(),
        E::Held { by } => format!("资料库正被{by}使用。请先关闭它再试。"),
        E::NotAStore(path) => {
            format!(
                "“{}”不是资料库文件夹，没有改动其中的内容。请换一个空文件夹或原有的资料库文件夹，或从备份恢复。",
                path.display()
            )
        }
        E::Newer { found, known } => {
            format!(
                "资料库由更新版本的程序写成（格式{found}，本程序只认识到{known}），没有改动。请安装新版本后再打开。"
            )
        }
        E::Damaged(_) => {
            "资料库的数据库已损坏，没有改动。请从备份恢复：设置 → 资料库，或 bps restore。".into()
        }
        E::NetworkFolder(kind) => {
            format!("资料库不能放在网络盘（{kind}）上：断线时会丢失数据。请放在本机磁盘，用备份或交换包传递。")
        }
        E::RemovableDrive => "资料库不能放在移动盘上：拔出时会丢失数据。请放在本机磁盘，用备份传递。".into(),
        E::DamagedRevision { rid, .. } | E::UnreadableBody { rid, .. } => {
            let rid = rid.to_string();
            format!("一条记录（{}…）与其签名不符，可能被改动或已损坏。请运行校验，并从备份恢复。", &rid[..12])
        }
        E::UnknownParent(_) => "这条记录所依据的前一条不在资料库中。请重新打开这一页后再试。".into(),
        E::UnknownAttachment(_) => "所引用的佐证文件不在资料库中。请重新添加文件。".into(),
        E::AttachmentMissing(_) => "佐证文件不在资料库文件夹中，可能被移走。请从备份恢复。".into(),
        E::AttachmentUnreadable(_, why) => {
            format!("佐证文件读不出来：{}。请检查磁盘和权限，或从备份恢复。", io_words(why))
        }
        E::AttachmentDamaged(_) => "佐证文件已损坏，与登记的校验值不符。请从备份恢复。".into(),
        E::SourceChanged(path) => {
            format!("“{}”在读取时一直在变化，没有保存。请关闭正在修改它的程序后再添加。", file_name(path))
        }
        E::NotUndoable(_) => "之后又有新的修改，不能撤销。请打开最新内容后更正。".into(),
        E::BackupFailed(_) => "备份写出后没有通过校验，已保留原有备份。请检查磁盘，并运行校验。".into(),
        E::NotSound(places) => format!(
            "资料库里有{places}处损坏，没有写出备份，以前的备份没有改动。请先运行校验（设置 → 资料库 → 校验，或 bps check），再从以前的备份恢复。"
        ),
        E::WriterEnded => "资料库已停止写入。请重新打开本程序；已确认保存的内容没有丢失。".into(),
        E::Stopped => "已停止，没有改动。".into(),
        E::NoRoom => "磁盘空间不足，没有保存。请清理磁盘后再试；已保存的内容没有丢失。".into(),
        E::Io(error) => {
            format!("读写资料库文件夹时出错：{}。请检查磁盘后再试；已保存的内容没有丢失。", io_words(error))
        }
        E::Database(_) => "资料库的数据库读写出错，没有保存。请检查磁盘后再试；已保存的内容没有丢失。".into(),
        E::Migration(_) => {
            "资料库的建立或升级没有成功，原有数据没有改动。请检查磁盘后再试；仍不成功时保留资料库文件夹并联系维护人员。".into()
        }
        E::NoRandomness => "系统没有提供随机数，无法建立本机密钥。请重新启动电脑后再试。".into(),
    }
}

pub(super) fn backup_text(error: &exchange::ExchangeError) -> String {
    use exchange::ExchangeError as E;
    match error {
        E::PassphraseNeeded => {
            "这份备份是加密的。请输入备份时设的密码（命令行用环境变量 BPS_PASSPHRASE）。".into()
        }
        E::WrongPassphrase => "密码不对，没有恢复。请核对密码后再试。".into(),
        E::NotABackup => "这个文件不是白皮书督办的备份，没有恢复。请选择备份文件。".into(),
        E::Newer(_) => "这份备份由更新版本的程序写成，没有恢复。请安装新版本后再试。".into(),
        E::Damaged(_) => "备份文件已损坏或不完整，没有恢复。请改用另一份备份。".into(),
        E::TargetNotEmpty(path) => {
            format!("“{}”里已有内容，没有恢复。请恢复到空文件夹，命令行用 --store 指定。", path.display())
        }
        E::SourceChanged(path) => {
            format!("“{}”在备份时发生变化，没有写出备份。请稍后再试。", file_name(path))
        }
        E::NotWrittenAsMeant(path) => {
            format!("备份“{}”写出后读回的内容不一致，没有保留。请换一个磁盘再试。", file_name(path))
        }
        E::Stopped => "已停止，没有留下不完整的文件。".into(),
        E::NoRoom => "磁盘空间不足，没有写出。请清理磁盘或换一个磁盘再试。".into(),
        E::Io(error) => {
            format!("读写备份时出错：{}。没有留下不完整的文件；请换一个位置再试。", io_words(error))
        }
    }
}

pub(super) fn layout_text(error: &layout::LayoutError) -> String {
    match error {
        layout::LayoutError::MissingGlyphs(missing) => {
            let places =
                missing.iter().map(|one| (one.character, format!("“{}”", one.place.text), one.times));
            glyphs_text(&places.collect::<Vec<_>>())
        }
        other => {
            format!("没有排出版面：程序内部出错（{other}）。已填报的内容不受影响，请把这句话告诉维护人员。")
        }
    }
}

pub(super) fn office_text(error: &ooxml::OoxmlError) -> String {
    match error {
        ooxml::OoxmlError::CellTooLong { characters, max, text } => format!(
            "没有生成 Excel 文件：以“{text}”开头的一格有{characters}字，Excel 一格最多{max}字。请改存为 Word 或 PDF，或把这段文字分几次填报。"
        ),
        other => {
            format!("没有生成文件：程序内部出错（{other}）。已填报的内容不受影响，请把这句话告诉维护人员。")
        }
    }
}

/// What no font has: each character, where it stands first, and how often it stands there and elsewhere.
pub(super) fn glyphs_text(missing: &[(char, String, usize)]) -> String {
    let each = missing.iter().map(|(character, place, times)| {
        let often = if *times > 1 { format!("，共{times}处") } else { String::new() };
        format!("“{character}”（U+{:04X}），在{place}中{often}", u32::from(*character))
    });
    format!(
        "没有生成 PDF：字体中没有下列{}个字：{}。请改用其他写法，或联系维护人员补充字体。",
        missing.len(),
        each.collect::<Vec<_>>().join("；")
    )
}
