namespace CsDashboard.Web.Vault;

/// <summary>The texts of the vault's page (VaultTexts.resx, VaultTexts.ar.resx).</summary>
public sealed class VaultTexts
{
    private VaultTexts() { }
}
