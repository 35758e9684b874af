using System.Text.Json;
using GraphIntel.Core.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphIntel.Server.Transport;

/// <summary>Health checks: /health/live for the process, /health/ready for the process and its store.</summary>
internal static class Health
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static void AddStoreHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreHealth>("store", timeout: Timeout);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).DisableRateLimiting();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status"u8, StatusText(report.Status));
        writer.WriteStartObject("checks"u8);
        foreach (var (name, entry) in report.Entries)
        {
            writer.WriteStartObject(name);
            writer.WriteString("status"u8, StatusText(entry.Status));
            // The description of an unexpected exception can contain internal details.
            if (entry.Exception is null && entry.Description is { } description)
                writer.WriteString("description"u8, description);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string StatusText(HealthStatus status) => status == HealthStatus.Healthy ? "healthy" : "unhealthy";

    private sealed class StoreHealth(IGraphStore store, StoreGate gate) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (gate.UnavailableReason is { } reason)
                return HealthCheckResult.Unhealthy(reason);
            try
            {
                await store.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
                return HealthCheckResult.Healthy();
            }
            catch (StoreException failure)
            {
                if (failure.Failure != StoreFailure.Busy)
                    gate.ReportSuspectedOutage();
                return HealthCheckResult.Unhealthy(failure.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                gate.ReportSuspectedOutage();
                return HealthCheckResult.Unhealthy($"The store did not respond within {Timeout.TotalSeconds} seconds.");
            }
        }
    }
}
