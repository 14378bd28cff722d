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
package org.openhab.binding.selectronic.internal.handler;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.SpLinkConfiguration;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.NativeAccess;
import org.openhab.binding.selectronic.internal.splink.SpLinkSource;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.internal.text.StatusText;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.thing.Bridge;

/**
 * Base of the bridges of the native connections.
 *
 * @param <C> the configuration of the connection
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class SpLinkBridgeHandler<C extends SpLinkConfiguration> extends CredentialBridgeHandler {
    /** Longest duration of one poll. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(15);

    private final NativePlatform platform;
    private final Class<C> configuration;
    private final ConnectionType connectionType;
    private volatile @Nullable SpLinkSource source;

    SpLinkBridgeHandler(Bridge bridge, Services services, NativePlatform platform, Class<C> configuration,
            ConnectionType connectionType) {
        super(bridge, services);
        this.platform = platform;
        this.configuration = configuration;
        this.connectionType = connectionType;
    }

    @Override
    ConnectionType connectionType() {
        return connectionType;
    }

    /** Creates the source from a valid configuration. Returns immediately. */
    abstract SpLinkSource open(C config, NativeAccess access) throws SourceException;

    @Override
    public void initialize() {
        C config = getConfigAs(configuration);
        Optional<ConfigurationProblem> problem = config.problem();
        if (problem.isPresent()) {
            offline(problem.get());
            return;
        }
        try {
            String password = config.inverterPassword;
            NativeAccess access = new NativeAccess(Password.of(password.isEmpty() ? Password.OF_THE_FACTORY : password),
                    platform.executor(), platform.steady(), timing.wall(), services.texts()::zone, storage,
                    credentials(), new EventReaders() {
                        @Override
                        public Map<String, TextStorage> of(Unit unit) {
                            return readers(unit);
                        }

                        @Override
                        public Map<String, RegisterRefresh> registers(Unit unit) {
                            return SpLinkBridgeHandler.this.registers(unit);
                        }
                    });
            SpLinkSource source = open(config, access);
            this.source = source;
            begin(source, new Pace(Duration.ofSeconds(config.refreshInterval), LONGEST_ATTEMPT,
                    Duration.ofMinutes(config.idleRelease)));
        } catch (SourceException e) {
            offline(StatusText.of(e));
        }
    }

    @Override
    @Nullable
    String remark() {
        String remark = super.remark();
        SpLinkSource source = this.source;
        return remark != null || source == null ? remark
                : source.remarks().stream().findFirst().map(found -> TranslatedText.of(found.key(), found.arguments()))
                        .orElse(null);
    }
}
