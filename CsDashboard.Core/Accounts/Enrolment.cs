using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>What an authenticator app needs: the key to type, or the address in the QR code. Shown to its owner alone.</summary>
public sealed record Enrolment(string Key, string Uri);
