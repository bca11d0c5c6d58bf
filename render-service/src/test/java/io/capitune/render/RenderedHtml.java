package io.capitune.render;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A rendered page, read by a strict parser: what is not well formed or not escaped does not get through it. */
record RenderedHtml(Document document) {

    static RenderedHtml parse(String html) throws Exception {
        String xml = html.replaceAll("(?i)<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return new RenderedHtml(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))));
    }

    /** The text of each element of that name, white space collapsed. */
    List<String> texts(String element) {
        return elements(element).stream()
                .map(node -> node.getTextContent()
                        .replaceAll("[\\s&&[^\\u00A0]]+", " ")
                        .strip())
                .toList();
    }

    String text(String element) {
        return texts(element).getFirst();
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** The levels of the headings, in document order. */
    List<Integer> headingLevels() {
        return elements("*").stream()
                .map(Node::getNodeName)
                .filter(name -> name.matches("h[1-6]"))
                .map(name -> Integer.valueOf(name.substring(1)))
                .toList();
    }
}
