using System.Text.Json;
using GraphIntel.Core.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphIntel.Server.Transport;

/// <summary>/health/live: the process answers. /health/ready: the store does too.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddStoreHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreHealth>("store", timeout: Patience);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status"u8, Word(report.Status));
        writer.WriteStartObject("checks"u8);
        foreach (var (name, entry) in report.Entries)
        {
            writer.WriteStartObject(name);
            writer.WriteString("status"u8, Word(entry.Status));
            // A failure that is not the store's own word can say more than everybody should read.
            if (entry.Exception is null && entry.Description is { } description)
                writer.WriteString("description"u8, description);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Word(HealthStatus status) => status == HealthStatus.Healthy ? "healthy" : "unhealthy";

    private sealed class StoreHealth(IGraphStore store, StoreGate gate) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (gate.Obstacle is { } obstacle)
                return HealthCheckResult.Unhealthy(obstacle);
            try
            {
                await store.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
                return HealthCheckResult.Healthy();
            }
            catch (StoreException failure)
            {
                if (failure.Failure != StoreFailure.Busy)
                    gate.Doubt();
                return HealthCheckResult.Unhealthy(failure.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                gate.Doubt();
                return HealthCheckResult.Unhealthy($"The store did not answer within {Patience.TotalSeconds} seconds.");
            }
        }
    }
}
