#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

fn sender() -> Sender {
    Sender { name: "王小明".into(), contact: "13812345678".into() }
}

#[track_caller]
fn check(text: &str, masked: &str) {
    assert_eq!(mask(text, &sender()), masked);
}

#[test]
fn numbers() {
    check("电话13812345678。", "电话138****5678。");
    check("138 1234 5678", "138****5678");
    check("+86-138-1234-5678", "+138****5678");
    check("１３８１２３４５６７８", "138****5678");
    check("1 3 8 1 2 3 4 5 6 7 8", "138****5678");
    check("0755-25228502", "〔电话〕");
    check("(0755)25228502", "(〔电话〕");
    check("拨打25228502", "拨打〔电话〕");
    check("2522 8502", "〔电话〕");
    check("400-830-1234", "〔电话〕");
    check("44030119900101123X", "〔证件号〕");
    check("440301199001011234", "〔证件号〕");
    check("440301 19900101 1234", "〔证件号〕");
    check("6222 0210 0111 6245 702", "〔卡号〕");
    check("6222021001116245", "〔卡号〕");
    check("一三八一二三四五六七八", "〔号码〕");
    check("\u{200B}138\u{200B}1234\u{200B}5678", "\u{200B}138****5678");
}

#[test]
fn what_is_no_number_of_a_person_stays() {
    for text in [
        "2013-05-02 18:00",
        "2012-2013年度",
        "完成15000人次\u{FF0C}其中10000人",
        "深府〔2013〕41号",
        "1号路、1、2、4区\u{FF0C}建到5层\u{FF0C}二期",
        "2-5个",
        "第12条",
        "建成3座公厕\u{FF0C}办公一室",
        "盐田路口村",
    ] {
        check(text, text);
    }
}

#[test]
fn addresses_and_accounts() {
    check("请回yt8502@126.com谢谢", "请回〔邮箱〕谢谢");
    check("13812345678@163.com", "〔邮箱〕");
    check("a.b+c @ mail.example.com", "〔邮箱〕");
    check("名\u{FF20}qq.com", "名〔邮箱〕");
    check("a@b@c@d", "〔邮箱〕");
    check("@", "〔邮箱〕");
    check("微信号\u{FF1A}xiao_ming88", "微信号\u{FF1A}〔账号〕");
    check("QQ 123456", "QQ 〔账号〕");
    check("住深盐路12号3栋502室", "住深盐路〔门牌〕");
    check("海涛花园A座1203", "海涛花园〔门牌〕");
    check("3栋2单元十二层", "〔门牌〕");
    check("粤B12345", "〔车牌〕");
    check("粤B·D12345", "〔车牌〕");
}

#[test]
fn names() {
    check("王小明反映", "王**反映");
    check("我叫李四\u{FF0C}住", "我叫李**\u{FF0C}住");
    check("联系人\u{FF1A}欧阳小红", "联系人\u{FF1A}欧阳**");
    check("泥头车很多\u{3002}\n谢谢\n张三", "泥头车很多\u{3002}\n谢谢\n张**");
    check("张三", "张三"); // one line is the text, not its signature
    check("市民广场的灯坏了", "市民广场的灯坏了");
    for (name, masked) in [("王小明", "王**"), ("欧阳修", "欧阳**"), ("John", "J***"), ("明", "*"), ("", "")]
    {
        assert_eq!(mask_name(name), masked);
    }
    let contact = |contact: &str| mask_contact(&Sender { name: String::new(), contact: contact.into() });
    assert_eq!(contact("盐田街道"), "***");
    assert_eq!(contact("13812345678"), "138****5678");
    assert_eq!(contact(""), "");
}

/// What a reader could still call or write to.
fn leaks(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        digits = if c.is_numeric() { digits + 1 } else { 0 };
        if digits >= 7 || matches!(c, '@' | '\u{FF20}') {
            return true;
        }
    }
    text.contains("王小明")
}

#[test]
fn nothing_leaks_from_random_texts() {
    let pieces = [
        "13812345678",
        "0755-25228502",
        "44030119900101123X",
        "6222 0210 0111 6245",
        "yt8502@126.com",
        "@",
        "王小明",
        "\u{FF10}\u{FF11}",
        "7",
        "12",
        "一二三",
        "-",
        " ",
        "\n",
        "(",
        ")",
        "号",
        "栋",
        "路",
        "微信",
        "QQ",
        "粤B",
        "x",
        "王",
        "小明",
        "\u{FF0C}",
        "\u{FF20}",
        ".",
        "我叫",
        "\u{200B}",
        "①",
        "Ⅷ",
        "٣",
        "室",
        "市民",
    ];
    let mut state = 1_u64;
    let mut dice = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    let mut would_have_leaked = 0;
    for _ in 0..8_000 {
        let text: String = (0..1 + dice(14)).map(|_| pieces[dice(pieces.len())]).collect();
        let masked = mask(&text, &sender());
        assert!(!leaks(&masked), "{text:?} -> {masked:?}");
        would_have_leaked += usize::from(leaks(&text));
    }
    // The control: the same look at the texts as they came sees thousands of leaks.
    assert!(would_have_leaked > 2_000, "{would_have_leaked}");
}

#[test]
fn a_long_text_takes_no_time() {
    for piece in ["1", "a", "a.", "王", "1-", "\n王小", "(", "3栋"] {
        let text = piece.repeat(200_000 / piece.len());
        let begun = std::time::Instant::now();
        assert!(!mask(&text, &sender()).is_empty());
        assert!(begun.elapsed().as_secs() < 5, "{piece}");
    }
}
