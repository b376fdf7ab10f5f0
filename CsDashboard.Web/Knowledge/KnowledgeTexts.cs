namespace CsDashboard.Web.Knowledge;

/// <summary>The texts of the help centre (KnowledgeTexts.resx, KnowledgeTexts.ar.resx).</summary>
public sealed class KnowledgeTexts
{
    private KnowledgeTexts() { }
}
