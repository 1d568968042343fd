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
fn what_an_office_wrote_keeps_its_places() {
    let check = |text: &str, masked: &str| assert_eq!(mask_official(text), masked);
    check("海景二路12号大院改造完成", "海景二路12号大院改造完成");
    check("联系人\u{FF1A}王小明\u{FF0C}25228502", "联系人\u{FF1A}王**\u{FF0C}〔电话〕");
    check("完成投资1200000元", "完成投资1200000元");
    check("报名邮箱 a@b.cn", "报名邮箱 〔邮箱〕");
    for nobodys in [
        "深发改〔2013〕1234567号",
        "见http://www.yantian.gov.cn/12345678.html",
        "签到表20130417.jpg",
        "坐标113.12345678\u{FF0C}22.5512345",
    ] {
        check(nobodys, nobodys);
        assert_ne!(mask(nobodys, &Sender::default()), nobodys, "a citizen's is hidden");
    }
    // What only looks so is hidden: called numbers, area codes, mailboxes, mobiles behind a country code.
    check("电话20130417", "电话〔电话〕");
    check("〔2013〕25228502", "〔2013〕〔电话〕");
    check("021.62345678", "〔电话〕");
    check("86.13800138000", "138****8000");
    check("www.a@b.cn", "〔邮箱〕");
    check("20131317", "〔电话〕");
    check("www.x.cn,13812345678", "www.x.cn,138****5678");
    check("http://x.cn/u/13812345678", "http://x.cn/u/138****5678");
    check("http://x.cn(25228502)", "http://x.cn(〔电话〕)");
    assert_eq!(mask("海景二路12号", &Sender::default()), "海景二路〔门牌〕", "a citizen's is hidden");
}

#[test]
fn numbers() {
    check("电话13812345678。", "电话138****5678。");
    check("138 1234 5678", "138****5678");
    check("+86-138-1234-5678", "138****5678");
    check("+86 13800138000", "138****8000");
    check("１３８１２３４５６７８", "138****5678");
    check("1 3 8 1 2 3 4 5 6 7 8", "138****5678");
    check("0755-25228502", "〔电话〕");
    check("(0755)25228502", "〔电话〕");
    check("\u{FF08}0755\u{FF09}25228502转8001", "〔电话〕转8001");
    check("(25228502)", "(〔电话〕)");
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
        "投入1200000元\u{FF0C}其中人民币2500000\u{FF0C}￥1234567.50",
        "共投入,1200000 元、3000000平方米、12000000人次",
        "新建3栋\u{FF0C}改造小区3栋楼房\u{FF0C}3栋12层住宅\u{FF0C}二十栋",
        "市民张贴广告\u{FF0C}市民高度关注",
    ] {
        check(text, text);
    }
}

#[test]
fn what_only_looks_like_an_amount_goes() {
    check("13812345678元", "138****5678元"); // eleven digits
    check("0755-25228502元", "〔电话〕元");
    check("138 12345678元", "138****5678元");
    check("07551234567元", "〔电话〕元");
    check("6222021001116245元", "〔卡号〕元");
    check("440301199001011234元", "〔证件号〕元");
    check("电话\u{FF1A}25228502元旦起", "电话\u{FF1A}〔电话〕元旦起");
    check("拨打25228502多元化", "拨打〔电话〕多元化");
    check("2522850元旦", "〔电话〕元旦");
    check("1381234567.8元", "138****5678元");
    check("1200000人", "〔电话〕人"); // a telephone's sentence may go on so
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
    check("我住3栋\u{FF0C}海涛花园12幢", "我住〔门牌〕\u{FF0C}海涛花园〔门牌〕");
    check("盐田小区3栋噪声大", "盐田小区〔门牌〕噪声大");
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
    check("市民李四反映\u{FF0C}市民\u{FF1A}张三丰", "市民李**反映\u{FF0C}市民\u{FF1A}张**");
    for (name, masked) in [("王小明", "王**"), ("欧阳修", "欧阳**"), ("John", "J***"), ("明", "*"), ("", "")]
    {
        assert_eq!(mask_name(name), masked);
    }
    let contact = |contact: &str| mask_contact(&Sender { name: String::new(), contact: contact.into() });
    assert_eq!(contact("盐田街道"), "***");
    assert_eq!(contact("13812345678"), "138****5678");
    assert_eq!(contact(""), "");
}

/// What a reader could still call or write to: seven digits or more in a row that are no amount of at most ten.
fn leaks(text: &str) -> bool {
    let chars: Vec<char> = text.chars().chain(['\n']).collect();
    let mut begin = 0;
    for (at, c) in chars.iter().enumerate() {
        if c.is_numeric() {
            continue;
        }
        let rest: String = chars[at..].iter().take(20).collect();
        // 1234567.50元: the cents are of the amount.
        let cents = rest.strip_prefix('.').map(|cents| cents.trim_start_matches(char::is_numeric));
        let unit = cents.unwrap_or(&rest).trim_start_matches(' ');
        let is_amount = at - begin <= 10 && chars[begin] != '0' && unit.starts_with('元');
        if at - begin >= 7 && !is_amount || matches!(c, '@' | '\u{FF20}') {
            return true;
        }
        begin = at + 1;
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
        "元",
        "1200000元",
        "新建",
        "花园",
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
fn a_long_text_takes_as_long_as_its_parts() {
    for piece in ["1", "a", "a.", "王", "1-", "\n王小", "(", "3栋"] {
        let text = piece.repeat(200_000 / piece.len());
        let timed = |text: &str| {
            let begun = std::time::Instant::now();
            assert!(!mask(text, &sender()).is_empty());
            begun.elapsed()
        };
        // Ten times the text in ten times the time, with room for a busy machine; growing by the square would be a hundred.
        let (short, long) = (timed(&text[..text.len() / 10 / piece.len() * piece.len()]), timed(&text));
        assert!(long < short * 50 + std::time::Duration::from_secs(1), "{piece}: {short:?}, {long:?}");
    }
}
