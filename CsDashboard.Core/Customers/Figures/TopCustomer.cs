using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

public sealed record TopCustomer(string PublicId, string Name, CustomerType Type, int Orders, decimal Value, DateTimeOffset? LastOrderAt);
