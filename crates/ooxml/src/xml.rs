//! Writing XML: elements that close themselves, text and attributes escaped.

use quick_xml::escape::escape;

/// An element of no text: a property of Word's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Element>,
}

impl Element {
    /// An empty element.
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), inside: Vec::new() }
    }

    /// The same with an attribute.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// The same around others.
    pub(crate) fn around(mut self, inside: Vec<Self>) -> Self {
        self.inside.extend(inside);
        self
    }

    /// Whether it has that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// An element with `w:val`.
    pub(crate) fn val(name: &'static str, value: impl ToString) -> Self {
        Self::new(name).with("w:val", value)
    }

    /// A switch, written out on or off so that it stands against any style.
    pub(crate) fn switch(name: &'static str, on: bool) -> Self {
        Self::val(name, i32::from(on))
    }
}

/// XML in making.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    text: String,
}

impl Xml {
    /// With the declaration that a file begins with.
    pub(crate) fn file() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() }
    }

    /// A named element around what `inside` writes.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes.iter().copied());
        self.text.push('>');
        inside(self);
        self.close(name);
    }

    /// An element with text only.
    pub(crate) fn text_element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| xml.text.push_str(&escape(text)));
    }

    /// An element with all it holds.
    pub(crate) fn put(&mut self, element: &Element) {
        self.open(element.name, element.attributes.iter().map(|(name, value)| (*name, value.as_str())));
        if element.inside.is_empty() {
            self.text.push_str("/>");
        } else {
            self.text.push('>');
            self.put_all(&element.inside);
            self.close(element.name);
        }
    }

    /// Several elements.
    pub(crate) fn put_all<'e>(&mut self, elements: impl IntoIterator<Item = &'e Element>) {
        elements.into_iter().for_each(|element| self.put(element));
    }

    /// XML that was written before.
    pub(crate) fn push(&mut self, written: &str) {
        self.text.push_str(written);
    }

    /// What is written.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn open<'t>(&mut self, name: &str, attributes: impl Iterator<Item = (&'t str, &'t str)>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text.push_str(&escape(value));
            self.text.push('"');
        }
    }

    fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_close_and_text_is_escaped() {
        let mut xml = Xml::default();
        xml.element("w:p", &[("a", "\"<\"")], |xml| {
            xml.put(&Element::new("w:pPr").around(vec![Element::switch("w:keepNext", true)]));
            xml.text_element("w:t", &[], "a<b>&\"");
        });
        assert_eq!(
            xml.finish(),
            "<w:p a=\"&quot;&lt;&quot;\"><w:pPr><w:keepNext w:val=\"1\"/></w:pPr><w:t>a&lt;b&gt;&amp;&quot;</w:t></w:p>"
        );
    }
}
