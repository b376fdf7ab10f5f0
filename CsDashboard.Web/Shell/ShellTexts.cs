namespace CsDashboard.Web.Shell;

/// <summary>The texts of the frame around every page (ShellTexts.resx, ShellTexts.ar.resx).</summary>
public sealed class ShellTexts
{
    private ShellTexts() { }
}
