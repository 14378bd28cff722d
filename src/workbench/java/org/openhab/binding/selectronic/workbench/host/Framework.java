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
package org.openhab.binding.selectronic.workbench.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.felix.framework.FrameworkFactory;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * An OSGi framework with declarative services, which lives in a temporary directory until it is closed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Framework implements AutoCloseable {
    private static final long LONGEST_STOP_MILLIS = 10_000;

    private final Path storage;
    private final org.osgi.framework.launch.Framework felix;

    /**
     * Starts the framework, with nothing but declarative services in it.
     *
     * @param serialTransport whether this openHAB has its serial transport
     */
    public Framework(boolean serialTransport) throws IOException, BundleException {
        this(name -> serialTransport || !name.equals(HostPackages.SERIAL_TRANSPORT));
    }

    /**
     * Starts the framework, with nothing but declarative services in it.
     *
     * @param lent which packages of the host bundles may use
     */
    public Framework(Predicate<String> lent) throws IOException, BundleException {
        storage = Files.createTempDirectory("selectronic-workbench-" + ProcessHandle.current().pid() + "-");
        felix = new FrameworkFactory().newFramework(Map.of( //
                Constants.FRAMEWORK_STORAGE, storage.toString(), //
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT, //
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, HostPackages.header(lent), //
                // a handler of addresses can be set once in a process; nobody here needs one
                "felix.service.urlhandlers", "false", //
                // threads of the resolver would outlast the framework
                "felix.resolver.parallelism", "1", //
                "felix.log.level", "1"));
        try {
            felix.start();
            for (Class<?> library : List.of(org.apache.felix.scr.info.ScrInfo.class, com.google.gson.Gson.class)) {
                install(ClassPath.of(library)).start();
            }
        } catch (BundleException | IOException e) {
            close();
            throw e;
        }
    }

    /** @return the context of the host */
    public BundleContext context() {
        return felix.getBundleContext();
    }

    /**
     * @param jar a bundle
     * @return the same, installed but not started
     */
    public Bundle install(Path jar) throws IOException, BundleException {
        try (InputStream in = Files.newInputStream(jar)) {
            return context().installBundle("workbench:" + jar.getFileName(), in);
        }
    }

    /** Stops everything and leaves nothing behind. */
    @Override
    public void close() {
        try {
            felix.stop();
            felix.waitForStop(LONGEST_STOP_MILLIS);
        } catch (BundleException e) {
            throw new IllegalStateException("The framework cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(storage);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // it lies where the operating system cleans up
            directory.toFile().deleteOnExit();
        }
    }
}
