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
package org.openhab.binding.selectronic.internal.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.packaging.ApiType.Member;

/**
 * The API of a version of openHAB, read from a file that says what its classes offer. The format is described in the
 * first lines of each such file.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RecordedApi {
    public static final String CURRENT = "/openhab/openhab-5.2.1.api";

    private final Set<String> packages = new HashSet<>();
    private final Map<String, ApiType> types = new HashMap<>();

    private RecordedApi() {
    }

    public static RecordedApi read(String resource) {
        RecordedApi api = new RecordedApi();
        try (InputStream stream = Objects.requireNonNull(RecordedApi.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String inPackage = "";
            Map<String, Member> members = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("package ")) {
                    inPackage = line.substring("package ".length());
                    api.packages.add(inPackage);
                } else if (line.startsWith("class ")) {
                    members = new LinkedHashMap<>();
                    ApiType type = type(inPackage, line.split(" "), members);
                    api.types.put(type.name(), type);
                } else if (line.startsWith(" ")) {
                    Member member = member(line.substring(1));
                    members.put(member.key(), member);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return api;
    }

    private static ApiType type(String inPackage, String[] words, Map<String, Member> members) {
        return new ApiType(inPackage + "/" + words[1], Integer.parseInt(words[2], 16), full(words[3]),
                words[4].equals("-") ? List.of() : List.of(full(words[4]).split(",")),
                words.length > 5 ? full(words[5]).substring(1) : null, members);
    }

    private static Member member(String line) {
        int value = line.indexOf(" =");
        String constant = value < 0 ? null : line.substring(value + 2);
        String[] words = (value < 0 ? line : line.substring(0, value)).split(" ");
        String signature = null;
        List<String> exceptions = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            if (words[i].startsWith("<")) {
                signature = full(words[i].substring(1));
            } else if (words[i].startsWith("!")) {
                exceptions = List.of(full(words[i].substring(1)).split(","));
            }
        }
        return new Member(words[0], full(words[1]), Integer.parseInt(words[2], 16), signature, exceptions,
                constant == null ? null : unquoted(constant));
    }

    private static String full(String types) {
        return types.replace("@", "org/openhab/core/").replace("~", "java/");
    }

    private static String unquoted(String constant) {
        return constant.startsWith("\"") ? constant.substring(1, constant.length() - 1) : constant;
    }

    public @Nullable ApiType type(String name) {
        return types.get(name);
    }

    /** Whether all that is in the package of this type is recorded. */
    public boolean hasPackageOf(String typeName) {
        return packages.contains(typeName.substring(0, typeName.lastIndexOf('/')));
    }
}
