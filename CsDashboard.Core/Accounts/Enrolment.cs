using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>What an authenticator app is fed with: the key to type, or the address that a QR code carries. Shown to its owner and nobody else.</summary>
public sealed record Enrolment(string Key, string Uri);
