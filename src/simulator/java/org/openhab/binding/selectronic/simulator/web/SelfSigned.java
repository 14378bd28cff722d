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
package org.openhab.binding.selectronic.simulator.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A key with a certificate that nobody has signed but itself, made when it is needed by the JDK's keytool. Nothing of
 * it stays on disk.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record SelfSigned(SSLContext context, X509Certificate certificate) {
    private static final String PASSWORD = "simulator";
    private static final String ALIAS = "device";
    /** Nothing is hidden behind the password, so that it need not take long to guess. */
    private static final List<String> QUICKLY = List.of("-J-XX:TieredStopAtLevel=1",
            "-J-Dkeystore.pkcs12.keyPbeIterationCount=1", "-J-Dkeystore.pkcs12.certPbeIterationCount=1",
            "-J-Dkeystore.pkcs12.macIterationCount=1");
    private static @Nullable SelfSigned usual;

    /**
     * The key of this process for the loopback addresses. It is made once, as each takes a process of its own.
     *
     * @see #create()
     */
    public static synchronized SelfSigned usual() throws IOException {
        SelfSigned made = usual;
        if (made == null) {
            made = create();
            usual = made;
        }
        return made;
    }

    /** A new key for the loopback addresses, which nobody knows yet. */
    public static SelfSigned create() throws IOException {
        Path folder = Files.createTempDirectory("simulated-sp-pro");
        Path file = folder.resolve("key.p12");
        try {
            generate(file);
            return load(file);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of keytool cannot be used", e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /**
     * A key that lasts: that of a file, which is made if it is missing. Beside it is the certificate alone, as clients
     * are made to trust it.
     *
     * @param file a key store in the format PKCS #12
     * @see #certificateOf(Path)
     */
    public static SelfSigned lasting(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                generate(file);
            }
            SelfSigned kept = load(file);
            Files.writeString(certificateOf(file), "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(kept.certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
            return kept;
        } catch (GeneralSecurityException e) {
            throw new IOException("the key in " + file + " cannot be used", e);
        }
    }

    /** Where the certificate of a lasting key is. */
    public static Path certificateOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".pem");
    }

    /** For clients that trust this certificate and no other. */
    public SSLContext clientContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(ALIAS, certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext client = SSLContext.getInstance("TLS");
            client.init(null, trust.getTrustManagers(), null);
            return client;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate of our own cannot be trusted", e);
        }
    }

    private static void generate(Path file) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString()));
        command.addAll(QUICKLY);
        command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-validity",
                "3650", "-dname", "CN=Simulated SP PRO", "-ext", "san=ip:127.0.0.1,dns:localhost", "-storetype",
                "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        } finally {
            process.destroy();
        }
    }

    private static SelfSigned load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new SelfSigned(context, (X509Certificate) store.getCertificate(ALIAS));
    }
}
