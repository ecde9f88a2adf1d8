import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.DSAExt;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.GOST3411Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.crypto.signers.ECGOST3410_2012Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.bouncycastle.util.encoders.Hex;

/**
 * Bouncy Castle's side of the encodings of ГОСТ 34.310-2004 and 34.10-2015, many signatures in one process. A line is: encoding, public
 * point X and Y (little-endian), message, signature as it stands in a certificate; hex digits, blanks between.
 *
 * sign N FILE: N lines of each encoding of 256 bits, half of them of each of 512, a key of its own for each. verify FILE: prints the numbers of the lines that do not hold, then
 * how many do. x509 CA CERTIFICATE CRL REQUEST: by the provider's own verification of X.509.
 */
public class GostPeer {
  static boolean isLong(String encoding) {
    return encoding.equals("2012-512") || encoding.equals("kz2015");
  }

  static X9ECParameters curve(String encoding) {
    return ECGOST3410NamedCurves.getByNameX9(
        isLong(encoding) ? "Tc26-Gost-3410-12-512-paramSetA" : "GostR3410-2001-CryptoPro-A");
  }

  static ECDomainParameters domain(String encoding) {
    return new ECDomainParameters(curve(encoding));
  }

  static DSAExt signer(String encoding) {
    return isLong(encoding) ? new ECGOST3410_2012Signer() : new ECGOST3410Signer();
  }

  static final String[] ENCODINGS = {"rfc4491", "kz2004", "2012-512", "kz2015"};
  static final SecureRandom RANDOM = new SecureRandom();

  public static void main(String[] words) throws Exception {
    switch (words[0]) {
      case "sign" -> sign(Integer.parseInt(words[1]), Path.of(words[2]));
      case "verify" -> verify(Path.of(words[1]));
      case "x509" -> x509(words);
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  static void sign(int count, Path file) throws Exception {
    List<String> lines = new ArrayList<>();
    for (String encoding : ENCODINGS) {
      int half = isLong(encoding) ? 64 : 32;
      for (int i = 0; i < (isLong(encoding) ? count / 2 : count); i++) {
        byte[] message = new byte[i % 150];
        RANDOM.nextBytes(message);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain(encoding), RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        DSAExt signer = signer(encoding);
        signer.init(true, new ParametersWithRandom(pair.getPrivate(), RANDOM));
        BigInteger[] rs = signer.generateSignature(digest(encoding, message));
        ECPoint point = ((ECPublicKeyParameters) pair.getPublic()).getQ().normalize();
        byte[] x = Arrays.reverse(BigIntegers.asUnsignedByteArray(half, point.getAffineXCoord().toBigInteger()));
        byte[] y = Arrays.reverse(BigIntegers.asUnsignedByteArray(half, point.getAffineYCoord().toBigInteger()));
        byte[] octets =
            Arrays.concatenate(
                BigIntegers.asUnsignedByteArray(half, rs[1]), BigIntegers.asUnsignedByteArray(half, rs[0]));
        if (encoding.startsWith("kz")) octets = Arrays.reverse(octets);
        lines.add(
            String.join(
                " ", encoding, hex(Arrays.concatenate(x, y)), hex(message), hex(octets)));
      }
    }
    Files.write(file, lines, StandardCharsets.US_ASCII);
  }

  static void verify(Path file) throws Exception {
    int holding = 0;
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      number++;
      String[] parts = line.split(" ", -1);
      int half = isLong(parts[0]) ? 64 : 32;
      byte[] point = Hex.decode(parts[1]);
      BigInteger x = new BigInteger(1, Arrays.reverse(Arrays.copyOfRange(point, 0, half)));
      BigInteger y = new BigInteger(1, Arrays.reverse(Arrays.copyOfRange(point, half, 2 * half)));
      byte[] octets = Hex.decode(parts[3]);
      if (parts[0].startsWith("kz")) octets = Arrays.reverse(octets);
      BigInteger s = new BigInteger(1, Arrays.copyOfRange(octets, 0, half));
      BigInteger r = new BigInteger(1, Arrays.copyOfRange(octets, half, 2 * half));
      DSAExt signer = signer(parts[0]);
      signer.init(false, new ECPublicKeyParameters(curve(parts[0]).getCurve().validatePoint(x, y), domain(parts[0])));
      if (signer.verifySignature(digest(parts[0], Hex.decode(parts[2])), r, s)) holding++;
      else System.out.println("line " + number);
    }
    System.out.println(holding + " hold");
  }

  static void x509(String[] words) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    CertificateFactory factory = CertificateFactory.getInstance("X.509", "BC");
    X509Certificate authority = (X509Certificate) factory.generateCertificate(read(words[1]));
    PublicKey key = authority.getPublicKey();
    authority.verify(key, "BC");
    ((X509Certificate) factory.generateCertificate(read(words[2]))).verify(key, "BC");
    ((X509CRL) factory.generateCRL(read(words[3]))).verify(key, "BC");
    PKCS10CertificationRequest request =
        new PKCS10CertificationRequest(Files.readAllBytes(Path.of(words[4])));
    boolean proved =
        request.isSignatureValid(
            new JcaContentVerifierProviderBuilder()
                .setProvider("BC")
                .build(request.getSubjectPublicKeyInfo()));
    System.out.println("request " + proved);
  }

  static ByteArrayInputStream read(String file) throws Exception {
    return new ByteArrayInputStream(Files.readAllBytes(Path.of(file)));
  }

  static byte[] digest(String encoding, byte[] message) {
    Digest digest =
        isLong(encoding)
            ? new GOST3411_2012_512Digest()
            : new GOST3411Digest(
                GOST28147Engine.getSBox(encoding.equals("kz2004") ? "D-Test" : "D-A"));
    digest.update(message, 0, message.length);
    byte[] octets = new byte[digest.getDigestSize()];
    digest.doFinal(octets, 0);
    return octets;
  }

  static String hex(byte[] octets) {
    return Hex.toHexString(octets);
  }
}
