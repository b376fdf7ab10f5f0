using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Accounts;

/// <summary>The tokens of a program that signed in. They are random, kept only as hashes, and die with the session.</summary>
public sealed record Tokens(Guid SessionId, string Token, string RefreshToken, int ExpiresInSeconds);
