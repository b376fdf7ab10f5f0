using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Accounts;

/// <summary>The country that an admin set, null where nobody did; and the one in which the time zone lies, null for UTC.</summary>
public sealed record CompanyPlace(string? Country, string? OfZone);
