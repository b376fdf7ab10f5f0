using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

public enum ExportFormat
{
    Csv,
    Json,
}
