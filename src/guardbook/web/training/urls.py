"""Addresses of the pages about: training."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
