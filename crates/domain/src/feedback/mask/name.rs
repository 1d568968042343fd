//! Names: the sender's own wherever it stands, one that is introduced (我叫…, 联系人：…), one that signs on a line of its own.

use super::{Hidden, is_han, run, starts_with};

/// The surnames of nearly everybody; a rule that takes any two characters for a name would hide the text.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺";
const COMPOUND: [&str; 9] = ["欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "慕容"];
/// What a name follows.
const INTRODUCED_BY: [&str; 12] = [
    "我叫",
    "我名叫",
    "本人叫",
    "姓名",
    "联系人",
    "投诉人",
    "反映人",
    "举报人",
    "申请人",
    "建议人",
    "来信人",
    "署名",
];
/// What a name follows only where the sentence then goes on as after a name: 市民张贴广告 names nobody.
const SPOKEN_OF: &str = "市民";
/// How it goes on.
const AFTER_NAME: [&str; 14] = [
    "先生", "女士", "同志", "反映", "投诉", "举报", "建议", "咨询", "来电", "来信", "提出", "表示", "说",
    "称",
];
/// A signature stands within so many lines from the end.
const SIGNATURE_LINES: usize = 4;

/// The sender's own name; one character is too common to be looked for.
pub(super) fn own(chars: &[char], at: usize, name: &[char]) -> Option<Hidden> {
    (name.len() >= 2 && chars[at..].starts_with(name)).then(|| (name.len(), masked(name)))
}

/// 王小明 → 王**; 欧阳修 → 欧阳**; John → J***.
pub(super) fn masked(name: &[char]) -> String {
    let Some(first) = name.first() else { return String::new() };
    if name.len() == 1 {
        return "*".to_owned();
    }
    match surname(name) {
        0 => format!("{first}***"),
        length => name[..length].iter().chain(&['*', '*']).collect(),
    }
}

/// How many characters of the surname stand at the front; 0: none is known.
fn surname(chars: &[char]) -> usize {
    if COMPOUND.iter().any(|compound| starts_with(chars, 0, compound)) {
        2
    } else {
        usize::from(chars.first().is_some_and(|first| SURNAMES.contains(*first)))
    }
}

/// 我叫王小明, 联系人：王小明.
pub(super) fn introduced(chars: &[char], at: usize) -> Option<Hidden> {
    let mut words = INTRODUCED_BY.into_iter().chain([SPOKEN_OF]);
    let word = words.find(|word| starts_with(chars, at, word))?;
    let begin = at + word.chars().count();
    let begin =
        begin + run(chars, begin, |c| matches!(c, ':' | '：' | ' ' | '\u{3000}' | '是' | '为')).min(3);
    let surname = surname(&chars[begin.min(chars.len())..]);
    let han = run(chars, begin, is_han);
    if surname == 0 || han <= surname {
        return None;
    }
    // Where the sentence runs on, one character too many goes rather than one too few.
    let mut length = han.min(surname + 2);
    if word == SPOKEN_OF && begin == at + word.chars().count() {
        let goes_on = |length: &usize| {
            *length == han || AFTER_NAME.iter().any(|word| starts_with(chars, begin + length, word))
        };
        length = (surname + 1..=length).find(goes_on)?;
    }
    let hidden: String = chars[at..begin].iter().collect::<String>() + &masked(&chars[begin..begin + length]);
    Some((begin + length - at, hidden))
}

/// 王小明 alone on one of the last lines.
pub(super) fn signed(chars: &[char], at: usize) -> Option<Hidden> {
    if at > 0 && !chars[at - 1].is_whitespace() {
        return None;
    }
    let length = run(chars, at, is_han);
    let surname = surname(&chars[at..]);
    let doubled = length == 2 && chars[at] == chars[at + 1]; // 谢谢
    if surname == 0 || doubled || !(surname + 1..=surname + 2).contains(&length) {
        return None;
    }
    let line_before = chars[..at].iter().rev().find(|c| **c == '\n' || !c.is_whitespace());
    let mut lines =
        chars[at + length..].split(|c| *c == '\n').map(|line| line.iter().all(|c| c.is_whitespace()));
    let alone = lines.next().is_none_or(|empty| empty)
        && line_before.is_some_and(|c| *c == '\n')
        && lines.filter(|empty| !empty).take(SIGNATURE_LINES).count() < SIGNATURE_LINES;
    alone.then(|| (length, masked(&chars[at..at + length])))
}
