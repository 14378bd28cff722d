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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.util.Jetty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhab.binding.selectronic.workbench.host.Framework;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The packaged bundle among the bundles of Jetty on the class path, of whichever generation, and among none.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@ExtendWith(NothingLeft.class)
class JettyBundlesTest {
    private static final String ROOM = "org.openhab.binding.selectronic.internal.http.";

    private final Path jar = Path.of(System.getProperty("selectronic.jar"));

    /** Jetty, and what it imports. */
    private static List<Path> jetty() {
        return Pattern.compile(File.pathSeparator).splitAsStream(System.getProperty("java.class.path")).map(Path::of)
                .filter(entry -> entry.getFileName().toString().matches("(jetty-|javax\\.servlet-api-).*")).toList();
    }

    private static Framework withoutJettyOfTheHost() throws IOException, BundleException {
        return new Framework(name -> !name.startsWith("org.eclipse.jetty."));
    }

    @Test
    void theBundleResolvesWithJettysBundlesAndUsesTheirGeneration() throws Exception {
        try (Framework framework = withoutJettyOfTheHost()) {
            for (Path bundle : jetty()) {
                framework.install(bundle);
            }
            Bundle bundle = framework.install(jar);
            bundle.start();

            assertThat(bundle.getState(), is(Bundle.ACTIVE));
            for (BundleWire wire : Objects.requireNonNull(bundle.adapt(BundleWiring.class))
                    .getRequiredWires("osgi.wiring.package")) {
                Object name = wire.getCapability().getAttributes().get("osgi.wiring.package");
                if (String.valueOf(name).startsWith("org.eclipse.jetty.")) {
                    assertThat(wire.getProvider().getBundle().getSymbolicName(), startsWith("org.eclipse.jetty."));
                }
            }
            Method of = bundle.loadClass(ROOM + "JettyGeneration").getDeclaredMethod("of", String.class);
            of.setAccessible(true);
            Class<?> generation = Objects.requireNonNull(of.invoke(of.getDeclaringClass(), Jetty.VERSION)).getClass();
            assertThat(generation.getSimpleName(), is(Jetty.VERSION.startsWith("9.") ? "Jetty9" : "Jetty12"));
            ClassLoader loader = generation.getClassLoader();
            assertThat(loader, is(not(getClass().getClassLoader())));
            for (String type : List.of("Line", "Line$Listener", "EndPoint")) {
                assertThat(Class.forName(generation.getName() + type, true, loader).getDeclaredMethods(),
                        is(not(emptyArray())));
            }
        }
    }

    @Test
    void withoutJettyTheFailureNamesWhatIsMissing() throws Exception {
        try (Framework framework = withoutJettyOfTheHost()) {
            Bundle bundle = framework.install(jar);
            String failure = String.valueOf(assertThrows(BundleException.class, bundle::start).getMessage());

            assertThat(failure, containsString("osgi.wiring.package=org.eclipse.jetty."));
            assertThat(failure, containsString("(version>=9.4.0)(!(version>=13.0.0))"));
        }
    }
}
