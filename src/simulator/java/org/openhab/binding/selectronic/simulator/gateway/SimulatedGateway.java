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
package org.openhab.binding.selectronic.simulator.gateway;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.fault.Body;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.web.RequestLog;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;
import org.openhab.binding.selectronic.simulator.web.WebFrontEnd;

/**
 * The Select.live box on the local network: its web interface, in front of simulated units, on a loopback port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedGateway implements AutoCloseable {
    /** What all paths of the JSON interface begin with. */
    public static final String BASE_PATH = GatewayPages.BASE;

    private final Simulation simulation;
    private final GatewayOptions options;
    private final GatewayPages pages;
    private final WebFrontEnd web;
    private @Nullable SelfSigned certificate;

    public SimulatedGateway(Simulation simulation, GatewayOptions options) throws IOException {
        this(simulation, options, options.https() ? SelfSigned.usual() : null);
    }

    /** A gateway with a certificate, or with plain HTTP where that is missing. */
    public SimulatedGateway(Simulation simulation, GatewayOptions options, @Nullable SelfSigned own)
            throws IOException {
        this.simulation = simulation;
        this.options = options;
        this.pages = new GatewayPages(simulation, options.liveGeneratorStatus(), options.keepAlive());
        this.certificate = own;
        this.web = new WebFrontEnd(pages, simulation.clock(), options.port(), own, options.hangTime());
    }

    /** A gateway with one unit of a scenario whose time moves only by hand. */
    public static SimulatedGateway still(Scenario scenario) throws IOException {
        return new SimulatedGateway(Simulation.still(scenario), GatewayOptions.DEFAULT);
    }

    public Simulation simulation() {
        return simulation;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return web.port();
    }

    /** Scheme, host and port. */
    public URI uri() {
        return URI.create((options.https() ? "https" : "http") + "://" + host() + ":" + port());
    }

    /** Ids of the units, in their order. */
    public List<String> ids() {
        return simulation.units().stream().map(SimulatedUnit::identity).map(unit -> unit.id()).toList();
    }

    /** Path of the live values of the first unit. */
    public String pointPath() {
        return BASE_PATH + "/devices/" + ids().get(0) + "/point";
    }

    /** What was asked. */
    public RequestLog log() {
        return web.log();
    }

    /** The line in front, for what goes wrong below HTTP. */
    public FaultyLine line() {
        return web.line();
    }

    /** Shows a body of the caller's choice at an exact path. */
    public void serve(String path, byte[] body, String contentType, int status) {
        pages.serve(path, Answer.of(status, contentType, Body.of(body.clone())));
    }

    /** Shows the living pages again. */
    public void serveLive() {
        pages.serveLive();
    }

    /** Lets something go wrong with everything, until cleared. */
    public void inject(Fault fault) {
        web.inject(fault);
    }

    /** Lets something go wrong where the path ends so, until cleared. */
    public void inject(Fault fault, String pathEnd) {
        inject(fault, pathEnd, Long.MAX_VALUE);
    }

    /** Lets something go wrong with the next requests whose path ends so. A refusal drops their connection. */
    public void inject(Fault fault, String pathEnd, long times) {
        web.inject(fault, pathEnd, times);
    }

    /** All is well again; a closed port is open again. */
    public void clearFaults() {
        web.clearFaults();
    }

    /** Moves the gateway's own clock, which {@code now} and {@code timestamp} show. */
    public void jumpClock(Duration by) {
        pages.jumpClock(by);
    }

    /** The certificate in use, where TLS is spoken. */
    public Optional<X509Certificate> certificate() {
        SelfSigned own = certificate;
        return own == null ? Optional.empty() : Optional.of(own.certificate());
    }

    /** Goes on with a new certificate on the same port. */
    public void changeCertificate() throws IOException {
        SelfSigned fresh = SelfSigned.create();
        web.restart(fresh);
        certificate = fresh;
    }

    @Override
    public void close() {
        web.close();
    }
}
