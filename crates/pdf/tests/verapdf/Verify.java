import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of a file, for each flavour named behind it (such as 3a ua1), whether it keeps it, and which rules it breaks. */
public class Verify {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[i]);
            var foundry = Foundries.defaultInstance();
            try (var parser = foundry.createParser(new FileInputStream(arguments[0]), flavour);
                    var validator = foundry.createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println(arguments[i] + (result.isCompliant() ? " kept" : " broken"));
                for (TestAssertion broken : result.getTestAssertions()) {
                    if (broken.getStatus() == TestAssertion.Status.FAILED) {
                        System.out.println(broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber()
                                + " " + broken.getMessage() + " at " + broken.getLocation().getContext());
                    }
                }
            }
        }
    }
}
