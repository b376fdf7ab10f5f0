using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// That there was a customer with this address, for ever (contract: enhanced, No-delete policy): the hash of the address, and who deleted
/// when.
/// </summary>
internal sealed class PermanentRecordsOfCustomers() : PersonalData("permanent", ErasureAction.Keep)
{
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.RemovedCustomers.CountAsync(r => records.Contains(r.CustomerId));
}
