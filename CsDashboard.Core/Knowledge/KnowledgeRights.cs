namespace CsDashboard.Knowledge;

public static class KnowledgeRights
{
    /// <summary>Reads all articles, internal ones too, and writes drafts.</summary>
    public static readonly Right Draft = new("knowledge.draft", Role.Agent, Role.Admin);

    /// <summary>Says what people read: publishes, plans, archives, and changes what is published.</summary>
    public static readonly Right Publish = new("knowledge.publish", Role.Admin);
}
