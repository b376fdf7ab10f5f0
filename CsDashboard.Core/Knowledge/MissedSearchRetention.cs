using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>Searches that found nothing and were not repeated since.</summary>
internal sealed class MissedSearchRetention(Store store) : IRetain
{
    public string Kind => "missed_searches";

    public Task<int> RemoveSome(Actor company, DateTimeOffset before) =>
        store.Write(company, db => db.MissedSearches.Where(m => m.LastAt < before).ExecuteDeleteAsync());
}
