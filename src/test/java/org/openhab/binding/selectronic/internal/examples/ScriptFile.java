/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.examples;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.StringLiteral;

/**
 * Rules in JavaScript, read with the parser of Rhino.
 *
 * @param texts all texts, which items, channels and things are named by
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record ScriptFile(Set<String> texts) {

    /**
     * @param name the path of a {@code .js} file
     * @return what it names
     */
    static ScriptFile read(String name) {
        CompilerEnvirons environment = new CompilerEnvirons();
        environment.setLanguageVersion(Context.VERSION_ES6);
        AstRoot root = new Parser(environment).parse(Example.text(name), name, 1);
        Set<String> texts = new LinkedHashSet<>();
        root.visit(node -> {
            if (node instanceof StringLiteral text) {
                texts.add(text.getValue());
            }
            return true;
        });
        return new ScriptFile(texts);
    }

    /** @return the names that are those of items */
    List<String> items() {
        return texts.stream().filter(text -> text.matches("SpPro\\w*")).toList();
    }

    /** @return the channels */
    List<String> channels() {
        return things().filter(text -> text.contains("#")).toList();
    }

    /** @return the things, and the channels with a sign */
    Stream<String> things() {
        return texts.stream().filter(text -> text.startsWith("selectronic:"));
    }
}
