using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

public enum FoundKind
{
    Ticket,
    Customer,
}
