using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

public static class KnowledgeRights
{
    public static readonly Right Write = new("knowledge.write", Role.Admin);
}
