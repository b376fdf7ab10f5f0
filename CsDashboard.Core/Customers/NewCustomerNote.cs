using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public sealed class NewCustomerNote
{
    [Text(CustomerNote.MaxLength)]
    public string? Text { get; set; }
}
