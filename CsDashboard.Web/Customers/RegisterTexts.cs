namespace CsDashboard.Web.Customers;

/// <summary>The texts of the registration page (RegisterTexts.resx, RegisterTexts.ar.resx).</summary>
public sealed class RegisterTexts
{
    private RegisterTexts() { }
}
