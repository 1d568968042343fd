import java.io.File;
import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether it keeps the flavours named first (such as 3a,ua1), and which rules it breaks. */
public class Verify {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        for (int i = 1; i < arguments.length; i++) {
            String name = new File(arguments[i]).getName();
            for (String id : arguments[0].split(",")) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
                try (var parser = foundry.createParser(new FileInputStream(arguments[i]), flavour);
                        var validator = foundry.createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    System.out.println(name + ": " + id + (result.isCompliant() ? " kept" : " broken"));
                    for (TestAssertion broken : result.getTestAssertions()) {
                        if (broken.getStatus() == TestAssertion.Status.FAILED) {
                            System.out.println("  " + broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber()
                                    + " " + broken.getMessage() + " at " + broken.getLocation().getContext());
                        }
                    }
                }
            }
        }
    }
}
