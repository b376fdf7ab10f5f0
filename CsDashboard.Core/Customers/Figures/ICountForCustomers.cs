using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>A room that counts something of customers into their figures.</summary>
public interface ICountForCustomers
{
    /// <summary>For some customers, what turns the kept figures of one into what the rows of this room say.</summary>
    Task<Func<Guid, CustomerFigures, CustomerFigures>> Count(AppDb db, IReadOnlyCollection<Guid> customers);
}
